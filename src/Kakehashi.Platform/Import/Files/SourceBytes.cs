using System.Buffers.Binary;
using System.IO.Compression;

namespace Kakehashi.Platform.Import.Files;

/// <summary>The bytes of a file, unpacked where it is compressed by gzip; can be read from the beginning more than once.</summary>
internal sealed class SourceBytes : IDisposable
{
    private readonly Stream stream;
    private readonly bool owned;
    private Stream? spooled;

    internal SourceBytes(Stream stream, bool owned, SourceRefusals refusals, SourceLimits limits)
    {
        (this.stream, this.owned, Refusals, Limits) = (stream, owned, refusals, limits);
        Span<byte> magic = stackalloc byte[3];
        IsGzip = stream.Length >= 18 && ReadAt(0, magic) == 3 && magic is [0x1F, 0x8B, 8];
    }

    internal bool IsGzip { get; }

    internal SourceRefusals Refusals { get; }

    internal SourceLimits Limits { get; }

    /// <summary>How much of the file has been read, 0 to 1, for a progress bar.</summary>
    internal double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <summary>Bytes of the file that have been read since it was last opened.</summary>
    internal long Passed => stream.Position;

    internal int ReadAt(long offset, Span<byte> into)
    {
        stream.Position = offset;
        return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }

    /// <summary>The unpacked bytes from the beginning. Only one such stream is in use at a time; disposing it keeps the file open.</summary>
    internal Stream Open()
    {
        stream.Position = 0;
        if (!IsGzip) return new BoundedStream(stream, long.MaxValue, Refusals, leaveOpen: true);
        Span<byte> size = stackalloc byte[4];
        ReadAt(stream.Length - 4, size);
        stream.Position = 0;
        return new BoundedStream(new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), Limits.UnpackedBytes, Refusals)
        {
            // by what has been read so far: a bomb is noticed at its first bytes, not after the whole file's share
            CurrentRoof = () => UnpackingRoof(stream.Position, Limits),
            ExpectedSize = BinaryPrimitives.ReadUInt32LittleEndian(size),
        };
    }

    /// <summary>The unpacked bytes with random access, as workbooks need it; a compressed one goes to a temporary file.</summary>
    internal Stream OpenSeekable()
    {
        if (!IsGzip) return stream;
        if (spooled is not null) return spooled;
        spooled = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var unpacked = Open();
        var buffer = new byte[1 << 16];
        for (int read; (read = unpacked.Read(buffer)) > 0;)
        {
            if (spooled.Length + read > Limits.SpoolBytes) throw new SourceFault(Refusals.ZipBomb());
            spooled.Write(buffer, 0, read);
        }

        return spooled;
    }

    internal static long UnpackingRoof(long packed, SourceLimits limits) =>
        Math.Min(limits.UnpackedBytes, Math.Max(limits.FreeBytes, packed * limits.Ratio));

    public void Dispose()
    {
        spooled?.Dispose();
        if (owned) stream.Dispose();
    }
}

/// <summary>A stream that refuses to give more than it may, and notices when gzip data was cut off.</summary>
internal sealed class BoundedStream(Stream inner, long roof, SourceRefusals refusals, bool leaveOpen = false) : Stream
{
    private long total;
    private bool ended;

    /// <summary>The size that a gzip file states at its end, modulo 2^32; of its last member where it has several.</summary>
    internal uint? ExpectedSize { get; init; }

    /// <summary>What may have come out by now.</summary>
    internal Func<long>? CurrentRoof { get; init; }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new SourceFault(refusals.BrokenArchive());
        }

        total += read;
        if (total > roof || total > CurrentRoof?.Invoke()) throw new SourceFault(refusals.ZipBomb());
        if (read == 0 && buffer.Length > 0 && !ended)
        {
            ended = true;
            // .NET takes a cut-off deflate stream for an ended one unless a process-wide switch is set
            if (ExpectedSize is { } size && size != (uint)total && size > total) throw new SourceFault(refusals.BrokenArchive());
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => total; set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen) inner.Dispose();
        base.Dispose(disposing);
    }
}
