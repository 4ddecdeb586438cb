namespace Tracker.Web.Tests.Documents;

/// <summary>A test that needs programs from the system; on a developer's machine without them it says which Debian packages have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["chromium"] = "chromium", ["pdftotext"] = "poppler-utils", ["pdftoppm"] = "poppler-utils", ["tesseract"] = "tesseract-ocr tesseract-ocr-chi-sim",
        ["prlimit"] = "util-linux",
    };

    public ProgramFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => !File.Exists("/usr/bin/" + program)).Select(program => Packages[program]).Distinct().ToList();
        Skip = missing.Count == 0 || Environment.GetEnvironmentVariable("CI") == "true" ? null : "Install the Debian packages " + string.Join(' ', missing) + ".";
    }
}
