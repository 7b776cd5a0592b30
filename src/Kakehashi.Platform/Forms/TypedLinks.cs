using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Forms;

/// <summary>Looks up what was typed into the boxes of links, where no suggestion was chosen.</summary>
internal static class TypedLinks
{
    /// <summary>Afterwards each link's input holds a number or nothing; what is not found is a problem at the input.</summary>
    public static async Task ResolveAsync(Workspace workspace, RecordType type, Entry entry, Record? before, List<Problem> problems, Actor actor, CancellationToken cancel)
    {
        var inputs = Inputs(type, entry).ToList();
        var captions = await LinkCaptions.LoadAsync(workspace.Database, inputs.Where(input => Number(entry, input.Name) is not null).Select(input => new Link(input.Field.Target, Number(entry, input.Name)!.Value)), actor, cancel);
        var kept = before is null ? [] : LinkCaptions.In(type.Fields, before).ToHashSet();
        foreach (var (field, name) in inputs)
        {
            var typed = entry[name + ".text"].Trim();
            if (Number(entry, name) is { } number && captions.Of(field.Target, number) is { } caption && IsMeant(caption, number, typed)) continue;
            // it led there before, and whoever changes the rest of the record need not see where
            if (Number(entry, name) is { } unseen && typed == $"#{unseen}" && kept.Contains(new(field.Target, unseen))) continue;
            entry[name] = "";
            if (typed.Length > 0) await Look(workspace, field, name, typed, entry, problems, actor, cancel);
        }
    }

    private static async Task Look(Workspace workspace, LinkField field, string name, string typed, Entry entry, List<Problem> problems, Actor actor, CancellationToken cancel)
    {
        var target = workspace.Types[field.Target];
        var found = await LinkLookup.RecordsAsync(workspace, target, typed, 20, actor, cancel);
        var exact = found.Where(record => IsMeant(target.Caption(record), record.Number, typed)).ToList();
        if (exact.Count == 1) found = exact;
        if (found.Count == 1)
        {
            entry[name] = found[0].Number.ToString(CultureInfo.InvariantCulture);
            entry[name + ".text"] = Speech.T(target.Caption(found[0]));
            return;
        }

        var shown = TextReaders.Shown(typed);
        problems.Add(found.Count == 0
            ? new(name, "reference.unresolved", ($"「{shown}」という{target.One.Ja}は登録されていません。先に登録するか、値を直してください。", $"There is no {target.One.En.ToLowerInvariant()} “{shown}”. Add it first, or correct the value."))
            : new(name, "reference.ambiguous", ($"「{shown}」に当てはまる{target.One.Ja}が複数あります。候補から1件を選んでください。", $"More than one {target.One.En.ToLowerInvariant()} fits “{shown}”. Choose one of the suggestions.")));
    }

    private static bool IsMeant(Bilingual caption, long number, string typed) =>
        typed.Length > 0 && (typed == caption.Ja || typed == caption.En || typed == $"#{number}");

    private static long? Number(Entry entry, string name) =>
        long.TryParse(entry[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static IEnumerable<(LinkField Field, string Name)> Inputs(RecordType type, Entry entry)
    {
        foreach (var field in type.Fields.Where(field => field.WrittenBy == WrittenBy.Form))
        {
            if (field is LinkField link) yield return (link, link.Code);
            if (field is not PartsField parts) continue;
            foreach (var sub in parts.Part.Fields.OfType<LinkField>())
                foreach (var place in entry.Parts(parts.Code)) yield return (sub, $"{parts.Code}.{place}.{sub.Code}");
        }
    }
}
