using System.Text.Json;
using System.Text.Json.Serialization;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Merging;

/// <summary>What the history of two merged records says: of the withdrawn one into which it went, of the kept one which it took in.</summary>
/// <param name="Into">The record that was kept; null in the history of that.</param>
/// <param name="From">The record that was merged into it; null in the history of that.</param>
/// <param name="Turned">How many records were turned, by the code of their type.</param>
public sealed record MergeNote(long? Into, long? From, IReadOnlyDictionary<string, int> Turned)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The other of the two.</summary>
    [JsonIgnore]
    public long Other => Into ?? From ?? 0;

    /// <summary>The note of a change; null where it has none.</summary>
    public static MergeNote? Of(Change change)
    {
        if (change is not { Kind: ChangeKinds.Withdrawn or ChangeKinds.Merged, Values: { } values }) return null;
        try
        {
            return JsonSerializer.Deserialize<MergeNote>(values, Json) is { Other: > 0, Turned: not null } note ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The record that a withdrawn record was merged into; null where it was withdrawn for another reason.</summary>
    public static async Task<long?> IntoAsync(RecordsContext context, long record, CancellationToken cancel)
    {
        var last = await context.Changes.Where(change => change.Record == record && (change.Kind == ChangeKinds.Withdrawn || change.Kind == ChangeKinds.Restored))
            .OrderByDescending(change => change.Version).FirstOrDefaultAsync(cancel);
        return last is null ? null : Of(last)?.Into;
    }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
