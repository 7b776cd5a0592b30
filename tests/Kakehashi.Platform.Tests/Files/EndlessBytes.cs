using System.Text;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>A file of any size that needs no memory: a beginning, then one pattern over and over.</summary>
internal sealed class EndlessBytes(string start, string pattern, long length) : Stream
{
    private readonly byte[] first = Encoding.UTF8.GetBytes(start);
    private readonly byte[] rest = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(pattern, 1 + 100_000 / pattern.Length)));

    public override long Position { get; set; }

    public override long Length => length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - Position);
        for (var done = 0; done < count;)
        {
            var at = Position + done;
            var from = at < first.Length ? first.AsSpan((int)at) : rest.AsSpan((int)((at - first.Length) % rest.Length));
            from = from[..Math.Min(from.Length, count - done)];
            from.CopyTo(buffer[done..]);
            done += from.Length;
        }

        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
