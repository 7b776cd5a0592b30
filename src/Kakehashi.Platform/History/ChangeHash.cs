using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform.History;

/// <summary>The hashes that chain the history: whoever alters a change, or takes one out, breaks them.</summary>
internal static class ChangeHash
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The hash of one change: over all its columns, each with its length in front.</summary>
    public static void Of(long changeSet, int ordinal, long record, string type, int version, string kind, int? row, ReadOnlySpan<byte> values, Span<byte> hash)
    {
        Span<byte> head = stackalloc byte[192];
        BinaryPrimitives.WriteInt64LittleEndian(head, changeSet);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], ordinal);
        BinaryPrimitives.WriteInt64LittleEndian(head[12..], record);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], version);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], row ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], values.Length);
        var at = 32;
        at = Append(head, at, type);
        at = Append(head, at, kind);
        SHA256.HashData(head[..at], hash);
        // the values may be long: hashed on their own, then both together
        Span<byte> both = stackalloc byte[Size * 2];
        hash.CopyTo(both);
        SHA256.HashData(values, both[Size..]);
        SHA256.HashData(both, hash);
    }

    /// <summary>The hash that puts a change set into the chain.</summary>
    public static byte[] Of(ChangeSet set, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(set.Digest);
        var line = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{set.Id}\n{set.Position}\n{set.At.ToUnixTimeMilliseconds()}\n{set.Actor}\n{set.Origin}\n{set.Batch}\n{set.Count}");
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        return hash.GetHashAndReset();
    }

    private static int Append(Span<byte> head, int at, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, head[(at + 1)..]);
        head[at] = (byte)length;
        return at + 1 + length;
    }
}
