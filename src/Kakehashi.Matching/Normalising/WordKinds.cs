using System.Collections.Frozen;

namespace Kakehashi.Matching.Normalising;

/// <summary>Which words are legal forms or particles. The common forms of the GLEIF list of entity legal forms (CC0), and those of Japanese names.</summary>
internal static class WordKinds
{
    private static readonly FrozenSet<string> LegalForms = Table.Lines("legal-forms").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Particles = Table.Lines("particles").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    // folded as names are, the longest first, so that a part is not taken for the whole
    private static readonly string[] HanForms = [.. Table.Lines("legal-forms-han").SelectMany(line => line.Split(' ')).Select(NameReader.FoldHan).OrderByDescending(form => form.Length)];

    public static WordKind Of(string word) => LegalForms.Contains(word) ? WordKind.LegalForm : Particles.Contains(word) ? WordKind.Particle : WordKind.Plain;

    /// <summary>Divides a run of Chinese characters from the legal form that it begins or ends with.</summary>
    public static IEnumerable<Word> Split(string run)
    {
        foreach (var form in HanForms)
        {
            if (run == form) return [Form(form)];
            // a short one only by itself: 社 ends too many names
            if (form.Length < 2) continue;
            if (run.StartsWith(form, StringComparison.Ordinal)) return [Form(form), .. Split(run[form.Length..])];
            if (run.EndsWith(form, StringComparison.Ordinal)) return [.. Split(run[..^form.Length]), Form(form)];
        }

        return [new(run, WordKind.Plain, Script.Han)];
    }

    private static Word Form(string form) => new(form, WordKind.LegalForm, Script.Han);
}
