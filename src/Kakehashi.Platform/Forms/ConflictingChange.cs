using System.Text.Json;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Forms;

/// <summary>A field that somebody else has changed while a form was open.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">As it was when the form was opened.</param>
/// <param name="Now">As it is now.</param>
/// <param name="Mine">As the form has it.</param>
public sealed record ConflictingChange(Field Field, object? Before, object? Now, object? Mine)
{
    /// <summary>I have changed it too, and otherwise.</summary>
    public bool IsContested => !SameValues.Are(Field, Mine, Before) && !SameValues.Are(Field, Mine, Now);

    /// <summary>What others have changed since a version.</summary>
    public static async Task<IReadOnlyList<ConflictingChange>> SinceAsync(RecordsContext context, RecordType type, Record now, int version, Record mine, CancellationToken cancel)
    {
        var firsts = new Dictionary<Field, object?>();
        var entries = await context.HistoryAsync(now.Number, Math.Max(now.Version - version, 1), cancel);
        // the latest come first: the earliest before wins
        foreach (var (change, _) in entries.Where(entry => entry.Change.Version > version && entry.Change.Values is not null))
        {
            // what was erased is not kept by a form that was opened before
            foreach (var field in ErasedNote.Of(change)?.Fields.Select(type.Field).OfType<Field>() ?? []) firsts[field] = field.Read(mine);
            if (change.Kind != ChangeKinds.Updated) continue;
            using var json = JsonDocument.Parse(change.Values!);
            foreach (var property in json.RootElement.EnumerateObject())
                if (type.Field(property.Name) is { } field) firsts[field] = StoredReaders.Read(field, property.Value[0]);
        }

        return [.. firsts.Select(pair => new ConflictingChange(pair.Key, pair.Value, pair.Key.Read(now), pair.Key.Read(mine)))
            .Where(change => !SameValues.Are(change.Field, change.Before, change.Now))];
    }
}
