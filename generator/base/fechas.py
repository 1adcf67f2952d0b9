"""Days of the calendar for readers: in figures, by their month, and in words."""

from datetime import date

from babel.dates import format_date

from generator.base.letra import cardinal


def long_date(day: date, locale: str) -> str:
    """19 de enero de 2024."""
    return str(format_date(day, "long", locale=locale))


def short_date(day: date, locale: str) -> str:
    """19/01/2024."""
    return str(format_date(day, "dd/MM/y", locale=locale))


def month(day: date, locale: str) -> str:
    """Enero de 2024."""
    return str(format_date(day, "MMMM 'de' y", locale=locale))


def spelled_date(day: date, locale: str) -> str:
    """Diecinueve de enero de dos mil veinticuatro; the first day is «primero»."""
    number = "primero" if day.day == 1 else cardinal(day.day)
    return f"{number} de {format_date(day, 'MMMM', locale=locale)} de {cardinal(day.year)}"
