// Catálogo: junta filtros y palabras sobre indicadores/indice.json. Lo elegido va en la dirección;
// sin este guion, cada filtro es una página.
const $ = (id) => document.getElementById(id);
const raiz = new URL("..", import.meta.url), casa = new URL("indicadores/", raiz);
const lista = $("filas"), cuenta = $("cuenta"), activos = $("activos"), caja = $("caja"), mas = $("mas");
const paneles = document.querySelectorAll(".pl-filtros"), pliegue = document.querySelector(".pl-pliegue-m summary");
const PASO = 50, POCOS = 20, MUCHOS = 60;
const original = { lista: lista.innerHTML, cuenta: cuenta.innerHTML, paneles: [...paneles].map((p) => p.innerHTML) };
let datos, elegido = {}, dados = [], vistos = 0, espera;

export const llano = (t) => t.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
// La raíz de una palabra: sin acentos, plural ni vocal final; «cirugías» y «cirugia» son una.
export const raices = (t) => (llano(t).match(/[a-z0-9.-]+/g) ?? []).map((p) =>
  /\d/.test(p) || p.length < 4 ? p : p.replace(/(?:ces|z)$/, "c").replace(/[aeo]?s$/, "").replace(/[aeo]$/, ""));

const el = (nombre, texto = "", atributos = {}) => {
  const nodo = document.createElement(nombre);
  nodo.textContent = texto;
  for (const [k, v] of Object.entries(atributos)) nodo.setAttribute(k, v);
  return nodo;
};
const forma = (f) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "pl-ico");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  svg.firstChild.setAttribute("href", `#i-${f}`);
  return svg;
};

async function cargar() {
  const pedir = async (n) => (await fetch(new URL(`${n}.json`, casa))).json();
  datos ??= Promise.all([pedir("indice"), pedir("filas")]).then(([i, f]) => ({
    ...i, ...f, palabras: i.nombres.map((n, k) => ` ${llano(`${i.claves[k]} ${n}`).replaceAll(/[^a-z0-9.-]+/g, " ")}`),
  }));
  return datos;
}

const tiene = (f, fila, valor) => f.juegos[f.de[fila]].some((v) => f.valores[v][0] === valor);

// Las filas que cumplen todo menos, si se dice, un filtro: qué daría cada valor.
function buscar(d, salvo) {
  const pedidos = d.facetas.filter((f) => f.id !== salvo && elegido[f.id]);
  const palabras = raices(elegido.texto ?? "");
  return d.claves.map((_, n) => n).filter((n) =>
    pedidos.every((f) => tiene(f, n, elegido[f.id])) && palabras.every((p) => d.palabras[n].includes(` ${p}`)));
}

const num = (n) => n.toLocaleString("es-MX");
const direccion = (cambio) => {
  const q = new URLSearchParams(Object.entries({ ...elegido, ...cambio }).filter(([, v]) => v));
  return `${casa.pathname}${q.size ? `?${q}` : ""}`;
};

function fila(d, n) {
  const id = d.facetas[0].valores[d.facetas[0].juegos[d.facetas[0].de[n]][0]][0];
  const li = el("li", "", { "data-pl-institucion": id }), medio = el("div"), cifra = el("div", "", { class: "pl-lista__v" });
  medio.append(el("a", d.nombres[n], { href: new URL(`${id}/indicadores/${d.ids[n]}/`, raiz) }), el("small", d.situa.lista[d.situa.de[n]]));
  const [f, palabra] = d.semaforos.lista[d.semaforos.de[n]];
  if (f) {
    const s = el("span", "", { class: `pl-sem is-${f}` });
    s.append(forma(f), palabra);
    cifra.append(s);
  }
  cifra.append(el("b", d.valores[n]), el("small", d.rotulos[n]));
  li.append(el("b", d.claves[n]), medio, cifra);
  return li;
}

function mostrar(d) {
  lista.append(...dados.slice(vistos, (vistos += PASO)).map((n) => fila(d, n)));
  mas.hidden = vistos >= dados.length;
}

function opciones(d, f) {
  const cuantos = new Map();
  for (const n of buscar(d, f.id)) for (const v of f.juegos[f.de[n]]) cuantos.set(v, (cuantos.get(v) ?? 0) + 1);
  return f.valores.map(([id, nombre], v) => ({ id, nombre, n: cuantos.get(v) })).filter((o) => o.n);
}

// Objetivos y unidades de varias casas se confunden: pocos.
function panel(d) {
  for (const f of d.facetas) {
    const todas = opciones(d, f), max = /^(obj|uni)/.test(f.id) && !elegido.institucion ? POCOS : MUCHOS;
    document.querySelectorAll(`[data-faceta="${f.id}"]`).forEach((div) => valores(div, f, todas, todas.length > max));
  }
}

function valores(div, f, todas, larga) {
  const ul = el("ul", "", { class: "x" });
  for (const o of todas) {
    const es = elegido[f.id] === o.id;
    if (larga && !es) continue;
    const a = el("a", "", { href: direccion({ [f.id]: es ? "" : o.id }), "data-valor": o.id, ...(es && { "aria-current": "true" }) });
    a.append(el("span", o.nombre), el("span", o.n));
    ul.appendChild(el("li")).append(a);
  }
  div.querySelector(".pl-filtros__mas")?.toggleAttribute("hidden", !larga);
  div.hidden = !todas.length;
  div.querySelector("ul")?.remove();
  div.querySelector("h2").after(ul);
}

function quitar(d) {
  activos.replaceChildren(...Object.entries(elegido).map(([k, v]) => {
    const nombre = k === "texto" ? `«${v}»` : d.facetas.find((f) => f.id === k).valores.find((x) => x[0] === v)?.[1] ?? v;
    const a = el("a", `${nombre} `, { class: "pl-ficha-filtro", href: direccion({ [k]: "" }), "data-quita": k });
    a.append(el("span", "✕", { "aria-hidden": "true" }), el("span", ": quitar el filtro", { class: "pl-oculto" }));
    return a;
  }));
}

async function pintar() {
  const n = Object.keys(elegido).length;
  $("hojas")?.toggleAttribute("hidden", n > 0);
  pliegue.textContent = n ? `Filtrar la lista (${n} ${n === 1 ? "filtro activo" : "filtros activos"})` : "Filtrar la lista";
  if (!n) {
    lista.innerHTML = original.lista;
    cuenta.innerHTML = original.cuenta;
    paneles.forEach((p, k) => { p.innerHTML = original.paneles[k]; });
    activos.replaceChildren();
    mas.hidden = true;
    return;
  }
  const d = await cargar();
  dados = buscar(d);
  vistos = 0;
  lista.replaceChildren();
  const todos = d.claves.length;
  cuenta.replaceChildren(el("h2", `${num(dados.length)} de ${num(todos)} ${todos === 1 ? "indicador" : "indicadores"}`, { class: "pl-cuenta" }));
  mostrar(d);
  if (!dados.length) lista.append(el("li", "Ningún indicador coincide. Quite un filtro o pruebe otra palabra.", { class: "pl-lista__nada" }));
  panel(d);
  quitar(d);
}

// Tras pintar, el foco vuelve al mismo filtro o, si ya no está, a la cuenta.
async function ir(url, foco) {
  history.pushState(null, "", url);
  leer();
  await pintar();
  const visibles = foco ? [...document.querySelectorAll(foco)].filter((a) => a.getClientRects().length) : [];
  (visibles[0] ?? cuenta).focus({ preventScroll: visibles.length > 0 });
}

function leer() {
  const q = new URLSearchParams(location.search);
  const ids = [...paneles[0].querySelectorAll("[data-faceta]")].map((d) => d.dataset.faceta);
  elegido = Object.fromEntries([...ids, "texto"].map((k) => [k, q.get(k)?.trim()]).filter(([, v]) => v));
  caja.elements.texto.value = elegido.texto ?? "";
}

document.addEventListener("click", (e) => {
  const a = e.target.closest("a[data-valor], a[data-quita]");
  if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  const faceta = a.closest("[data-faceta]")?.dataset.faceta;
  if (!faceta) return void ir(direccion({ [a.dataset.quita]: "" }));
  const valor = elegido[faceta] === a.dataset.valor ? "" : a.dataset.valor;
  ir(direccion({ [faceta]: valor }), `[data-faceta="${faceta}"] [data-valor="${CSS.escape(a.dataset.valor)}"]`);
});
caja.addEventListener("submit", (e) => e.preventDefault());
caja.addEventListener("input", () => {
  clearTimeout(espera);
  espera = setTimeout(async () => {
    elegido.texto = caja.elements.texto.value.trim();
    if (!elegido.texto) delete elegido.texto;
    history.replaceState(null, "", direccion({}));
    await pintar();
  }, 200);
});
mas.addEventListener("click", async () => {
  const desde = vistos;
  mostrar(await cargar());
  lista.children[desde]?.querySelector("a").focus();
});
addEventListener("popstate", () => { leer(); pintar(); });
caja.hidden = false;
leer();
if (Object.keys(elegido).length) pintar();
