using System.Buffers.Binary;
using System.Text;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Looks into an OLE compound file (.xls, and every Office document before 2007) for what it holds.</summary>
internal static class CompoundFile
{
    private const int MostSectors = 4096;

    /// <summary>The names of its streams, as far as its directory can be followed.</summary>
    internal static HashSet<string> Streams(Stream stream)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> header = stackalloc byte[512];
        if (At(stream, 0, header) < 512) return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12)) return names;
        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadInt32LittleEndian(header[48..]);
        for (var seen = 0; next >= 0 && seen < MostSectors; seen++)
        {
            if (At(stream, (next + 1L) << shift, sector) == 0) break;
            for (var entry = 0; entry < sector.Length; entry += 128) Add(names, sector.AsSpan(entry, 128));
            next = Next(stream, header, next, shift);
        }

        return names;
    }

    private static void Add(HashSet<string> names, ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(entry[..(length - 2)]));
    }

    /// <summary>The next sector of a chain; only the first 109 sectors of the table are followed, enough for 7 MB.</summary>
    private static int Next(Stream stream, ReadOnlySpan<byte> header, int sector, int shift)
    {
        var perSector = 1 << (shift - 2);
        var table = sector / perSector;
        if (table >= 109) return -1;
        var at = BinaryPrimitives.ReadInt32LittleEndian(header[(76 + table * 4)..]);
        Span<byte> value = stackalloc byte[4];
        return at >= 0 && At(stream, ((at + 1L) << shift) + sector % perSector * 4, value) == 4 ? BinaryPrimitives.ReadInt32LittleEndian(value) : -1;
    }

    private static int At(Stream stream, long offset, Span<byte> into)
    {
        if (offset < 0 || offset >= stream.Length) return 0;
        stream.Position = offset;
        return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }
}
