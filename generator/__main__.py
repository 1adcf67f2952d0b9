"""`python -m generator` is the command `pliego`."""

from generator.cli import main

main()
