"""One page of each kind of the site: what every test of all of them walks."""

IMSS, ISSS, SONORA = "transparencia/imss/", "transparencia/isss/", "transparencia/isssteson/"
PROGRAMA, INFORME = "programa-institucional-2020-2024", f"{IMSS}avance-y-resultados-2023-2024/"
ACUERDOS = "acuerdos/imss/acuerdos/"
"""Of the example that has acuerdos, which the tests of the browser build when it is asked for."""

CLASES = {
    "inicio": "transparencia/",
    "institucion": IMSS,
    "institucion-con-programa": SONORA,
    "institucion-con-perspectivas": ISSS,
    "documento": f"{SONORA}plan-de-labores-2024/",
    "seccion": f"{INFORME}objetivo-1/",
    "seccion-con-cuadros": f"{SONORA}plan-de-labores-2024/programa-operativo-anual/",
    "ficha": f"{IMSS}indicadores/2-2/",
    "indicador": f"{SONORA}indicadores/287-11/",
    "meta": f"{ISSS}indicadores/gerencia-salud-p01/",
    "objetivos": f"{SONORA}objetivos/",
    "objetivo": f"{IMSS}objetivos/{PROGRAMA}/2/",
    "perspectiva": f"{ISSS}perspectivas/procesos-internos/",
    "unidades": f"{SONORA}unidades/",
    "unidad": f"{ISSS}unidades/gerencia-salud/",
    "presupuestos": f"{SONORA}presupuesto/",
    "presupuesto": f"{SONORA}presupuesto/2024/",
    "programa": f"{SONORA}presupuesto/2024/e205t31/",
    "comparar": f"{IMSS}comparar/{PROGRAMA}/",
    "glosario": f"{IMSS}glosario/",
    "catalogo": "transparencia/indicadores/",
    "faceta": "transparencia/indicadores/estado/con-resultado/",
    "valores": "transparencia/indicadores/unidad/",
    "busqueda": "transparencia/buscar/?q=consultas",
    "tableros": "transparencia/tablero/",
    "tablero": f"{IMSS}tablero/programa-2020-2024/",
    "datos": "transparencia/datos/",
    "diccionario": "transparencia/datos/diccionario/",
    "cuadros-para-descargar": "transparencia/datos/cuadros/",
    "verificacion": "transparencia/verificacion/",
    "verificacion-de-documento": "transparencia/verificacion/imss-avance-y-resultados-2023-2024/",
    "cifras": f"{SONORA}cifras/",
    "cuadros": f"{IMSS}cifras/cuadros/",
    "datos-sueltos": f"{IMSS}cifras/datos/objetivo-1/",
    "acuerdos": ACUERDOS,
    "acuerdo": f"{ACUERDOS}20240205-4099d6b7/",
    "propia": "transparencia/accesibilidad/",
    "error": "404.html",
}
