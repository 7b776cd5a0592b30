namespace Kakehashi.Platform.Import;

/// <summary>
/// What the cells of one column were read as. Most columns of an office's file say the same few things again and again:
/// they are read once. A column that does not is no longer looked up.
/// </summary>
internal sealed class Recurring
{
    private const int Most = 8_192;

    private readonly Dictionary<string, object?>.AlternateLookup<ReadOnlySpan<char>> values =
        new Dictionary<string, object?>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private long found;
    private bool isOff;

    public bool TryGet(ReadOnlySpan<char> cell, out object? value)
    {
        value = null;
        if (isOff || !values.TryGetValue(cell, out value)) return false;
        found++;
        return true;
    }

    /// <summary>Keeps the value of a cell; it must be one that nobody changes.</summary>
    public void Keep(ReadOnlySpan<char> cell, object? value)
    {
        if (isOff) return;
        if (values.Dictionary.Count < Most)
        {
            values[cell] = value;
        }
        else if (found < Most)
        {
            isOff = true;
            values.Dictionary.Clear();
        }
    }
}
