"""Measurements, run by ``make bench``. They print ratios within one run and assert nothing."""
