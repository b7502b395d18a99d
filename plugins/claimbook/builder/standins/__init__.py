"""Modules that stand in for compiled libraries where a browser runs the compiler."""
