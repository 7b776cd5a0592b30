using System.Collections.Frozen;
using System.Text;

namespace Kakehashi.Matching.Normalising;

/// <summary>
/// Chinese characters as one form of each: simplified, traditional, shinjitai and kyūjitai, so that 哈爾浜, 哈爾濱 and 哈尔滨 are
/// the same. Forms are those of the character tables of Open Chinese Convert (Apache-2.0).
/// </summary>
internal static class Han
{
    private static readonly FrozenDictionary<int, int> Keys = Read();

    public static Rune Fold(Rune rune) => Keys.TryGetValue(rune.Value, out var key) ? new(key) : rune;

    private static FrozenDictionary<int, int> Read()
    {
        var keys = new Dictionary<int, int>();
        foreach (var line in Table.Lines("han"))
        {
            var (key, isFirst) = (0, true);
            foreach (var form in line.EnumerateRunes())
            {
                if (isFirst) key = form.Value;
                else keys[form.Value] = key;
                isFirst = false;
            }
        }

        return keys.ToFrozenDictionary();
    }
}
