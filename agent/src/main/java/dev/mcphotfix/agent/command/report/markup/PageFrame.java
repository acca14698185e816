package dev.mcphotfix.agent.command.report.markup;

/**
 * What is around each page. It loads nothing, and the browser is told to load nothing: whatever a
 * log may have put into it, only the style and the script that are given here can take effect.
 *
 * @param name what the page is, in a word
 * @param style of the page, markup
 * @param script markup; empty for none
 */
public record PageFrame(String name, String style, String script) {

  /** What a file begins with if it is such a page. */
  public static String beginning(String name) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="MCP OAuth Hotfix %s">
        """
        .formatted(name);
  }

  /** The page up to where its content begins. */
  public Html begin() {
    return new Html()
        .markup(beginning(name))
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .markup("style-src '" + Resource.hash(style) + "'")
        .markup(script.isEmpty() ? "" : "; script-src '" + Resource.hash(script) + "'")
        .markup("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .markup("<title>MCP OAuth Hotfix: " + name + "</title>\n<style>")
        .markup(style)
        .markup("</style>\n</head>\n<body>\n<main>\n");
  }

  /** The page with its end. */
  public String end(Html page) {
    page.markup("</main>\n");
    if (!script.isEmpty()) {
      page.markup("<script>").markup(script).markup("</script>\n");
    }
    return page.markup("</body>\n</html>\n").toString();
  }
}
