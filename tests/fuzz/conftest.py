"""What takes minutes runs only when its folder is asked for: ./pliego probar tests/fuzz"""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = any("fuzz" in arg for arg in config.args) or "lento" in str(config.option.markexpr)
    if not asked:
        slow = [item for item in items if item.get_closest_marker("lento")]
        items[:] = [item for item in items if item not in slow]
        config.hook.pytest_deselected(items=slow)
