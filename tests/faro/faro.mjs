// Mide páginas con Lighthouse. Entra: por la entrada estándar, {nombre: {url, categorias}}; sale: por
// página, una línea JSON con la nota de cada categoría, lo que la baja y cuánto se movió.
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

let said = "";
for await (const part of process.stdin) said += part;
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const [nombre, { url, categorias }] of Object.entries(JSON.parse(said))) {
  const options = { port: chrome.port, onlyCategories: categorias, output: "json", logLevel: "error" };
  const { lhr } = await lighthouse(url, options);
  const every = Object.entries(lhr.categories);
  const notas = Object.fromEntries(every.map(([id, c]) => [id, Math.round((c.score ?? 0) * 100)]));
  const audits = every.flatMap(([, c]) => c.auditRefs.filter((a) => a.weight > 0).map((a) => a.id));
  const faltas = audits.filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 0.9);
  const salto = lhr.audits["cumulative-layout-shift"]?.numericValue ?? 0;
  console.log(JSON.stringify({ nombre, notas, faltas, salto, error: lhr.runtimeError?.message ?? "" }));
}
await chrome.kill();
