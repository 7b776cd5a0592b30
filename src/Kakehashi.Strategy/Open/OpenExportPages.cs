using System.Net;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Open.Formats;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open;

/// <summary>The pages that the catalogue names as homepage and landing pages, for a host that serves nothing but files: what there is, in both languages.</summary>
internal static class OpenExportPages
{
    public static IEnumerable<(string Path, byte[] Bytes)> Of(University university, IReadOnlyList<OnShelf> all, IReadOnlyList<OpenFile> files)
    {
        Text title = ($"{university.Name.Ja} 国際交流データ", $"{university.Name.En}: international data");
        var tables = string.Concat(all.Select(one => $"<li><a href=\"indicators/{Uri.EscapeDataString(one.Publication.Indicator)}/\">{Both(one.Document.Name.Text)}</a></li>\n"));
        yield return ("open/index.html", Page(title, $"<ul>\n{tables}</ul>\n{Links("../", files.Where(file => file.Indicator is null && !file.Path.StartsWith("package/", StringComparison.Ordinal)))}{Terms(university)}"));
        foreach (var one in all)
        {
            var document = one.Document;
            var about = $"<p>{Both(document.Definition.Text)}</p>\n<p>{Both(("出典", "Source"))}: {Both(document.Source.Text)}</p>\n<p>{Both(("公表日", "Published on"))}: {document.PublishedOn:yyyy-MM-dd} · SHA-256 {one.Publication.Sha256}</p>\n";
            var note = document.IsSynthetic ? $"<p><strong>{Both(SyntheticData.Notice)}</strong></p>\n" : "";
            yield return ($"open/indicators/{one.Publication.Indicator}/index.html", Page(document.Name.Text, note + about + Links("../../../", files.Where(file => file.Indicator == one.Publication.Indicator)) + Terms(university)));
        }
    }

    private static string Links(string root, IEnumerable<OpenFile> files) =>
        $"<ul>\n{string.Concat(files.Select(file => $"<li><a href=\"{root}{file.Address[1..].Replace("%", "%25", StringComparison.Ordinal)}\">{Both(file.Name)}</a></li>\n"))}</ul>\n";

    private static string Terms(University university)
    {
        var licence = university.Open.Licence is { } named ? $"<p>{Both(("利用条件", "Licence"))}: {(university.Open.LicenceAddress is { } address ? $"<a rel=\"license\" href=\"{WebUtility.HtmlEncode(address)}\">{Both(named)}</a>" : Both(named))}</p>\n" : "";
        return licence + (university.Open.Contact is { } contact ? $"<p>{Both(("問い合わせ", "Contact"))}: {Both(contact)}</p>\n" : "");
    }

    private static byte[] Page(Text title, string body) => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{WebUtility.HtmlEncode(title.En)} / {WebUtility.HtmlEncode(title.Ja)}</title>\n</head>\n<body>\n<main>\n<h1>{Both(title)}</h1>\n{body}</main>\n</body>\n</html>\n");

    private static string Both(Text text) => text.Ja == text.En
        ? WebUtility.HtmlEncode(text.En)
        : $"<span lang=\"ja\">{WebUtility.HtmlEncode(text.Ja)}</span> / <span lang=\"en\">{WebUtility.HtmlEncode(text.En)}</span>";
}
