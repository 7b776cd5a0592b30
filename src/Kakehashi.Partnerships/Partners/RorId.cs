namespace Kakehashi.Partnerships.Partners;

/// <summary>
/// Identifiers of the Research Organization Registry: 0, six characters of Crockford's base 32, and two check digits by
/// ISO/IEC 7064 MOD 97-10 over the number that the seven characters are. Its canonical form is the whole address.
/// Source: https://ror.readme.io/docs/identifier
/// </summary>
public static class RorId
{
    private const string Address = "https://ror.org/";
    private const int Length = 9;
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The canonical form of an id that is given with or without its address, in whatever case; null for what is no such id.</summary>
    public static string? Canonical(string? text)
    {
        if (text is null || text.Length < Length) return null;
        var id = text.AsSpan(text.Length - Length);
        var before = text.AsSpan(0, text.Length - Length);
        if (!IsAddress(before) || !HasRightCheckDigits(id)) return null;
        var isCanonical = before.SequenceEqual(Address) && id.IndexOfAnyInRange('A', 'Z') < 0;
        return isCanonical ? text : Address + id.ToString().ToLowerInvariant();
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) text = text[8..];
        else if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) text = text[7..];
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        return text.Equals("ror.org/", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasRightCheckDigits(ReadOnlySpan<char> id)
    {
        if (id[0] != '0' || !char.IsAsciiDigit(id[7]) || !char.IsAsciiDigit(id[8])) return false;
        var number = 0L;
        foreach (var character in id[..7])
        {
            var digit = Digits.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
            if (digit < 0) return false;
            number = number * Digits.Length + digit;
        }

        return 98 - number * 100 % 97 == (id[7] - '0') * 10 + (id[8] - '0');
    }
}
