"""The Content-Security-Policy of a site: what its pages may run, load and be framed by."""
