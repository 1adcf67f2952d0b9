"""A file of the project, replaced whole or left as it was."""

import os
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Leaves `text` in `path`, with the permissions it had. Raises OSError."""
    if path.is_symlink():
        raise OSError(f"{path} es un enlace simbólico")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(mode)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
