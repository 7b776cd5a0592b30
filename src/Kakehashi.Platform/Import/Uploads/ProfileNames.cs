using System.Globalization;
using System.Text;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>How a profile that is made in the page is called on the command line and on disk.</summary>
internal static class ProfileNames
{
    private const int Longest = 40;

    /// <summary>Small letters, digits and hyphens of the name; where it has none, the number of the import.</summary>
    public static string Code(string name, long import)
    {
        var code = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && code.Length > 0 && code[^1] != '-') code.Append('-');
            if (code.Length == Longest) break;
        }

        var made = code.ToString().Trim('-');
        return made.Length >= 2 ? made : string.Create(CultureInfo.InvariantCulture, $"own-{import}");
    }
}
