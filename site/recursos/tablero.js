// Filtros de un tablero: lo elegido está en la dirección, y se anuncia cuántas filas quedan.
const forma = document.getElementById("filtros");
const cuenta = document.getElementById("cuenta");
const quitar = document.getElementById("quitar");
const filas = [...document.querySelectorAll("tr[data-e]")];
const grupos = [...document.querySelectorAll("tbody[data-g]")];
const listas = [...forma.querySelectorAll("select")];
const pliegue = document.querySelector("details.tab-sin");

function filtrar() {
  const puestos = listas.filter((lista) => lista.value);
  let quedan = 0;
  for (const fila of filas) {
    fila.hidden = puestos.some((lista) => fila.dataset[lista.dataset.de] !== lista.value);
    quedan += !fila.hidden;
  }
  for (const grupo of grupos) {
    const propias = filas.filter((fila) => grupo.contains(fila));
    grupo.hidden = puestos.length > 0 && propias.every((fila) => fila.hidden);
  }
  if (pliegue && puestos.length) pliegue.open = filas.some((fila) => !fila.hidden && pliegue.contains(fila));
  quitar.hidden = !puestos.length;
  const n = filas.length;
  cuenta.textContent = quedan
    ? `${quedan} de ${n} ${n === 1 ? "indicador" : "indicadores"}`
    : "Ningún indicador coincide. Quite un filtro.";
}

function leer() {
  const dichos = new URLSearchParams(location.search);
  for (const lista of listas) {
    const valor = dichos.get(lista.name) ?? "";
    lista.value = [...lista.options].some((o) => o.value === valor) ? valor : "";
  }
  filtrar();
}

function escribir() {
  const dichos = new URLSearchParams(listas.filter((l) => l.value).map((l) => [l.name, l.value]));
  const texto = dichos.toString();
  history.pushState(null, "", texto ? `?${texto}` : location.pathname);
  filtrar();
}

forma.hidden = false;
forma.addEventListener("change", escribir);
forma.addEventListener("submit", (e) => e.preventDefault());
quitar.addEventListener("click", () => {
  for (const lista of listas) lista.value = "";
  escribir();
  listas[0].focus();
});
addEventListener("popstate", leer);
leer();
