using System.Text.Json;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>A change that was redacted.</summary>
/// <param name="ChangeSet">Its change set.</param>
/// <param name="Ordinal">Its place in that.</param>
/// <param name="Hash">The hash over the change as the redaction has left it: what is left can be checked still.</param>
public sealed record RedactedChange(long ChangeSet, int Ordinal, byte[] Hash);

/// <summary>What an <c>erased</c> change says: it stands in the chain as any change does, and vouches for what it has redacted.</summary>
/// <param name="Reason">Why, in the words of whoever did it.</param>
/// <param name="Fields">The codes of the fields that had something.</param>
/// <param name="Redacted">The changes that were redacted.</param>
public sealed record ErasedNote(string Reason, IReadOnlyList<string> Fields, IReadOnlyList<RedactedChange> Redacted)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = Columns.JsonSettings.Encoder,
    };

    /// <summary>The note of a change; null where it is none, or cannot be read.</summary>
    public static ErasedNote? Of(Change change)
    {
        if (change is not { Kind: ChangeKinds.Erased, Values: { } values }) return null;
        try
        {
            return JsonSerializer.Deserialize<ErasedNote>(values, Json) is { Reason: not null, Fields: not null, Redacted: not null } note ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>The hash of a change as it stands.</summary>
    internal static byte[] HashOf(Change change, string values)
    {
        var hash = new byte[ChangeHash.Size];
        ChangeHash.Of(change.ChangeSet, change.Ordinal, change.Record, change.Type, change.Version, change.Kind, change.Row, System.Text.Encoding.UTF8.GetBytes(values), hash);
        return hash;
    }
}
