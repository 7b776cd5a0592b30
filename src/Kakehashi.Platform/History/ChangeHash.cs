using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform.History;

/// <summary>The hashes that chain the history: whoever alters a change, or takes one out, breaks them.</summary>
internal static class ChangeHash
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>Room for what stands before the values: numbers, type and kind.</summary>
    private const int HeadSize = 192;

    /// <summary>The hash of one change: over all its columns, each with its length in front.</summary>
    public static void Of(long changeSet, int ordinal, long record, string type, int version, string kind, int? row, ReadOnlySpan<byte> values, Span<byte> hash)
    {
        var length = HeadSize + values.Length;
        var rented = length > 4096 ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> all = rented ?? stackalloc byte[4096];
        BinaryPrimitives.WriteInt64LittleEndian(all, changeSet);
        BinaryPrimitives.WriteInt32LittleEndian(all[8..], ordinal);
        BinaryPrimitives.WriteInt64LittleEndian(all[12..], record);
        BinaryPrimitives.WriteInt32LittleEndian(all[20..], version);
        BinaryPrimitives.WriteInt32LittleEndian(all[24..], row ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(all[28..], values.Length);
        var at = Append(all, Append(all, 32, type), kind);
        values.CopyTo(all[at..]);
        SHA256.HashData(all[..(at + values.Length)], hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
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
