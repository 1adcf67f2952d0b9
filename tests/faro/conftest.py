"""The same site, served in the same way, as the tests of the browser."""

from tests.browser.conftest import con_acuerdos, minuta, origen, servido

__all__ = ["con_acuerdos", "minuta", "origen", "servido"]
