using System.Collections;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Pages;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Import.Pages;

/// <summary>A record that an import would change, as a person reads it before anything is written.</summary>
/// <param name="Update">The row and what it changes.</param>
/// <param name="Caption">What the record is called.</param>
/// <param name="Changes">Its values now and after.</param>
internal sealed record PreviewedUpdate(RowUpdate Update, Text Caption, IReadOnlyList<TimelineChange> Changes)
{
    private const string Masked = "●●●●";

    public static async Task<IReadOnlyList<PreviewedUpdate>> LoadAsync(Workspace workspace, RecordType type, IReadOnlyList<RowUpdate> updates, Actor actor, CancellationToken cancel)
    {
        if (updates.Count == 0) return [];
        var changes = updates.ToDictionary(update => update, update => FieldChange.Read(type, update.Values));
        var links = changes.Values.SelectMany(all => all).SelectMany(change => change.Links).Concat(updates.Select(update => new Link(type.Entity, update.Record)));
        var captions = await LinkCaptions.LoadAsync(workspace.Database, links, actor, cancel);
        var words = new ValueWords(workspace.Codes, captions);
        return [.. updates.Select(update => new PreviewedUpdate(update, Called(captions, type, update.Record), [.. changes[update].Select(change => Of(change, words))]))];
    }

    private static Text Called(LinkCaptions captions, RecordType type, long number) =>
        captions.Of(type.Entity, number) is { IsEmpty: false } caption ? new(caption.In(Language.Ja), caption.In(Language.En)) : Text.Same($"#{number}");

    /// <summary>What was redacted on the way here is personal, and is masked as on every page.</summary>
    private static TimelineChange Of(FieldChange change, ValueWords words)
    {
        var (before, after) = change.Field is PartsField parts ? Differing(parts, change.Before as IList, change.After as IList) : (change.Before, change.After);
        return new(change.Field.Label, Side(before, change.IsBeforeErased), Side(after, change.IsAfterErased));

        string? Side(object? value, bool isMasked) => (isMasked, value) switch
        {
            (true, IList list) => $"{words.Of(change.Field, list)} {Masked}",
            (true, _) => Masked,
            _ => words.Of(change.Field, value),
        };
    }

    /// <summary>Of long lists only the parts that go and those that come; all where only their order changes.</summary>
    private static (IList? Before, IList? After) Differing(PartsField field, IList? before, IList? after)
    {
        var (gone, come) = (Without(field, before, after), Without(field, after, before));
        return gone is null && come is null ? (before, after) : (gone, come);
    }

    private static IList? Without(PartsField field, IList? all, IList? others)
    {
        var left = field.Part.List();
        foreach (var part in all ?? left)
            if (others is null || !others.Cast<object>().Any(other => field.Part.Fields.All(sub => Equals(sub.Read(part), sub.Read(other))))) left.Add(part);
        return left.Count == 0 ? null : left;
    }
}
