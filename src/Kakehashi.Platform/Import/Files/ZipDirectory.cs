using System.Buffers.Binary;
using System.IO.Compression;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Opens a ZIP file without being led into memory or time: the directory is measured before it is read, what the parts claim
/// to unpack to is checked, and what they do unpack to is counted. Nothing is ever written to disk under an entry's name.
/// </summary>
internal sealed class ZipDirectory : IDisposable
{
    private const int DirectoryBytes = 8 << 20;

    private readonly SourceRefusals refusals;
    private readonly SourceLimits limits;
    private readonly ZipArchive archive;

    private ZipDirectory(ZipArchive archive, SourceRefusals refusals, SourceLimits limits) =>
        (this.archive, this.refusals, this.limits) = (archive, refusals, limits);

    internal static ZipDirectory Open(Stream stream, SourceRefusals refusals, SourceLimits limits)
    {
        if (!IsMeasured(stream, limits)) throw new SourceFault(refusals.BrokenArchive());
        stream.Position = 0;
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return new(archive, refusals, limits);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            throw new SourceFault(refusals.BrokenArchive());
        }
    }

    internal bool Has(string part) => archive.GetEntry(part) is not null;

    /// <summary>The beginning of a part as text, for looking.</summary>
    internal string Peek(string part, int bytes)
    {
        if (archive.GetEntry(part) is null) return "";
        using var stream = OpenPart(part)!;
        var buffer = new byte[bytes];
        return System.Text.Encoding.Latin1.GetString(buffer, 0, stream.ReadAtLeast(buffer, bytes, throwOnEndOfStream: false));
    }

    /// <summary>A part, unpacked and counted; null where there is none of this name.</summary>
    internal Stream? OpenPart(string part)
    {
        if (archive.GetEntry(part) is not { } entry) return null;
        var roof = SourceBytes.UnpackingRoof(entry.CompressedLength, limits);
        if (entry.Length > roof) throw new SourceFault(refusals.ZipBomb());
        try
        {
            return new BoundedStream(entry.Open(), roof, refusals);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new SourceFault(entry.IsEncrypted ? refusals.Encrypted() : refusals.BrokenArchive());
        }
    }

    /// <summary>Looks at the end of the file for the size of its directory, and refuses one that would fill the memory.</summary>
    private static bool IsMeasured(Stream stream, SourceLimits limits)
    {
        var tail = new byte[Math.Min(stream.Length, 22 + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x5\x6"u8);
        if (at < 0 || tail.Length - at < 22) return false;
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var endsAt = stream.Length - tail.Length + at;
        if (entries == ushort.MaxValue || offset == uint.MaxValue)
        {
            if (Large(stream, tail.AsSpan(0, at)) is not { } large) return false;
            (entries, offset) = large;
        }

        return entries <= limits.Parts && offset >= 0 && offset <= endsAt && endsAt - offset <= DirectoryBytes;
    }

    private static (long Entries, long Offset)? Large(Stream stream, ReadOnlySpan<byte> before)
    {
        if (before.Length < 20 || !before[^20..].StartsWith("PK\x6\x7"u8)) return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(before[^12..]);
        if (at < 0 || at > stream.Length - 56) return null;
        Span<byte> record = stackalloc byte[56];
        stream.Position = at;
        stream.ReadExactly(record);
        if (!record.StartsWith("PK\x6\x6"u8)) return null;
        return (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]));
    }

    public void Dispose() => archive.Dispose();
}
