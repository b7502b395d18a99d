"""What sites write above a page that is not there, in several languages: data, not rules.

Small letters, whole words. Looked for in titles and main headings only.
"""

NOT_FOUND = (
    # English
    *("page not found", "not found", "file not found", "article not found", "page unavailable"),
    *("page does not exist", "page doesn't exist", "page doesn’t exist", "no longer available"),
    *("page no longer exists", "page cannot be found", "page can't be found"),
    *("page can’t be found", "page could not be found", "page couldn't be found"),
    *("could not find", "couldn't find", "couldn’t find", "can't find", "can’t find"),
    *("nothing was found", "nothing found", "content not found", "this page isn't available"),
    *("this page isn’t available", "error 404", "404 error", "http 404", "page is missing"),
    # German
    *("seite nicht gefunden", "seite wurde nicht gefunden", "nicht gefunden", "fehler 404"),
    *("seite existiert nicht", "seite nicht verfügbar", "nicht mehr verfügbar"),
    *("artikel nicht gefunden", "seite konnte nicht gefunden werden"),
    # French, Italian
    *("page introuvable", "page non trouvée", "introuvable", "erreur 404", "page inexistante"),
    *("cette page n'existe pas", "cette page n’existe pas", "pagina non trovata", "errore 404"),
    *("pagina inesistente",),
    # Spanish, Portuguese, Catalan
    *("página no encontrada", "no encontrado", "no se encuentra la página", "error 404"),
    *("la página no existe", "página não encontrada", "não encontrada", "erro 404"),
    *("pàgina no trobada",),
    # Dutch and the Nordic languages
    *("pagina niet gevonden", "niet gevonden", "sidan hittades inte", "hittades inte"),
    *("siden blev ikke fundet", "siden ikke fundet", "siden finnes ikke", "fant ikke siden"),
    *("sivua ei löydy", "sivua ei löytynyt"),
    # Polish, Czech, Slovak, Hungarian, Romanian, Croatian
    *("nie znaleziono strony", "strona nie istnieje", "nie znaleziono", "błąd 404"),
    *("stránka nenalezena", "stránka nebyla nalezena", "stránka sa nenašla", "chyba 404"),
    *("az oldal nem található", "pagina nu a fost găsită", "stranica nije pronađena"),
    # Russian, Ukrainian, Bulgarian, Greek, Turkish
    *("страница не найдена", "не найдено", "ошибка 404", "сторінку не знайдено"),
    *("страницата не е намерена", "η σελίδα δεν βρέθηκε", "sayfa bulunamadı"),
    # Arabic, Hebrew, Persian
    *("الصفحة غير موجودة", "הדף לא נמצא", "העמוד לא נמצא", "صفحه یافت نشد"),
    # Chinese, Japanese, Korean, Hindi, Vietnamese, Indonesian
    *(
        "页面不存在",
        "找不到页面",
        "未找到页面",
        "頁面不存在",
        "找不到網頁",
        "ページが見つかりません",
    ),
    *("見つかりません", "페이지를 찾을 수 없습니다", "पृष्ठ नहीं मिला", "không tìm thấy trang"),
    *("halaman tidak ditemukan",),
)

# Names that folders and files of such pages have.
ERROR_PATHS = frozenset(
    {
        *("404", "404.html", "404.htm", "404.php", "404.aspx", "error404", "error-404"),
        *("notfound", "notfound.html", "not-found", "not_found", "page-not-found", "pagenotfound"),
        *("error", "error.html", "error.aspx", "errors", "fehler", "nicht-gefunden"),
        *("page-introuvable", "erreur", "pagina-no-encontrada", "errorpage", "error-page"),
    }
)
