using System.Text.RegularExpressions;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Bench;

/// <summary>
/// Katakana against Latin letters: bodies of the registry that have a name in katakana are put on a list by their Latin names alone,
/// among all others of the registry and the published lists, and asked for in katakana.
/// </summary>
internal static partial class ScreeningKana
{
    internal static async Task RunAsync(SharedLists shared, IReadOnlyList<ListVersion> lists, bool shows)
    {
        var registry = (await RegistryDump.ReadAsync(shared.Registry, default)).Match(all => all, refusal => throw new InvalidDataException(refusal.Message.En));
        var entities = registry.Where(entry => entry.Status == OrganisationStatus.Active).Select(entry => entry.Entity).Select(entity => (entity.Id, Kana: entity.Names.Select(name => name.Name.Text).Where(text => OnlyKana().IsMatch(text) && !JapaneseInKana().IsMatch(text)).ToList(),
            Latin: entity.Names.Select(name => name.Name.Text).Where(text => !OtherLetters().IsMatch(text)).ToList())).Where(one => one.Latin.Count > 0).ToList();
        Find("all of the registry", entities, lists, shows);
        Find("those with a name in katakana", [.. entities.Where(one => one.Kana.Count > 0)], lists, shows);
    }

    private static void Find(string what, IReadOnlyList<(string Id, List<string> Kana, List<string> Latin)> entities, IReadOnlyList<ListVersion> lists, bool shows)
    {
        var listed = entities.ToDictionary(one => one.Id, one => new ListedEntity(one.Id, ListedKind.Organisation, [.. one.Latin.Select(name => new ListedName(name, ListedNameKind.Primary))]));
        var index = ScreeningIndex.Of([.. lists, new ListVersion(ConcernList.Own, new(2026, 1, 1), new(2026, 1, 1), [.. listed.Values], "")]);
        var asked = entities.SelectMany(one => one.Kana.Select(kana => (one.Id, Kana: kana))).ToList();
        var (first, any) = (0, 0);
        foreach (var (id, kana) in asked)
        {
            var hits = index.Hits(new(kana) { WithWeak = true });
            if (hits.Any(hit => hit.Entity.Number == id && !hit.IsWeak)) any++;
            if (hits.Count > 0 && hits[0].Entity.Number == id) first++;
            else if (shows) Console.WriteLine($"   kana missed: {kana} for {string.Join(" | ", listed[id].Names.Select(name => name.Text))}; {hits.FirstOrDefault(hit => hit.Entity.Number == id)?.Score:F2} first {(hits.Count > 0 ? $"{hits[0].Name.Text} {hits[0].Score:F2}" : "none")}");
        }

        Console.WriteLine($"katakana against Latin letters on the lists and {what} ({entities.Count}): hit@1 {first} of {asked.Count}  {(double)first / asked.Count:F3}; a hit at all {any}  {(double)any / asked.Count:F3}");
    }

    // words of katakana, with or without a legal form
    [GeneratedRegex(@"\A(?:株式会社|有限会社|合同会社)?[\u30a1-\u30fc・ ]{4,}(?:株式会社|有限会社|合同会社)?\z")]
    private static partial Regex OnlyKana();

    // readings of Japanese names, whose Latin names are translations
    [GeneratedRegex("ダイガク|ビョウイン|ケンキュウ|イリョウ|ガッコウ|ガッカイ|カイギ|シリツ|ケンリツ|コクリツ|キョウカイ|ザイダン|シャダン|ギジュツ|コウギョウ|シャカイ|カブシキ|ショクヒン|ノウギョウ|ハクブツ")]
    private static partial Regex JapaneseInKana();

    [GeneratedRegex(@"[^\u0000-\u024f]")]
    private static partial Regex OtherLetters();
}
