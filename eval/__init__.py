"""The measuring house: data sets -> predictions -> scores -> results. Run it as `python -m eval`."""
