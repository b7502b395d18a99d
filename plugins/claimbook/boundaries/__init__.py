"""Where text leaves for another language: one function for each place in which it may stand.

Whatever a file says must mean nothing but itself in HTML, XML, JSON, CSV, a terminal and all other
formats that are written. What makes it so stands in this room alone, each with the specification
that it follows; a test fails where another module makes such replacements of its own.

========================  =========================================================
``hypertext``, ``markup``  HTML: text, attributes, values of templates
``script``                 JSON and strings within ``script``, style sheets in ``style``
``xml_text``               XML: feeds, OpenSearch, the site map
``addresses``              parts of URLs
``table``                  CSV
``calendar_text``          iCalendar
``bibtex_text``            BibTeX and BibLaTeX
``one_line``               formats of lines: RIS, and texts in all citations
``wikitext``               templates of Wikipedia
``markdown_text``          Markdown
``github_text``            Markdown as GitHub shows it
``terminal``               terminals and logs of jobs
``server_text``            settings of nginx and Apache
``workflow_command``       commands to GitHub's runners
========================  =========================================================
"""
