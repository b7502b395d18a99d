"""Page models: everything a template may see, computed and put in words before it sees it."""
