"""Charts as numbers: how long a bar is, where a column stands. Templates only draw them.

Across, everything is in per cent of the width, so that a chart fits any screen; letters and
heights are in pixels and keep their size. Every length begins at zero.
"""
