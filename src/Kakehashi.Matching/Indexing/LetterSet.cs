namespace Kakehashi.Matching.Indexing;

/// <summary>
/// Which letters a key has, as 64 bits: one bit for each class of letters that is there, another for those that are there twice.
/// Putting a letter in or taking it out changes one bit at most, exchanging it two: keys whose bits differ in more are not near.
/// </summary>
internal static class LetterSet
{
    private const int Classes = 32;

    /// <summary>Bits in which two keys differ at most for each letter that does.</summary>
    public const int ChangedByAnEdit = 2;

    public static ulong Of(ReadOnlySpan<char> key)
    {
        var letters = 0UL;
        foreach (var letter in key)
        {
            // the Latin letters have each a class of their own; characters of Chinese share the 32
            var once = 1UL << (letter % Classes);
            letters |= once | ((letters & once) << Classes);
        }

        return letters;
    }
}
