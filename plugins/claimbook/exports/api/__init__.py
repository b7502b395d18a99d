"""The static JSON API: answers that are files, described by JSON Schema and OpenAPI."""
