using System.Xml;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Reads one XML part of a workbook forward: no DTD, no outside entity, no depth, no endless token. Names are compared
/// without their namespace, since strict and transitional workbooks differ in it.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    private const int Depth = 64;

    private readonly XmlReader reader;
    private readonly ZipDirectory zip;
    private readonly string name;
    private readonly SourceRefusals refusals;

    private XmlPart(ZipDirectory zip, string name, Stream stream, SourceRefusals refusals)
    {
        (this.zip, this.name, this.refusals) = (zip, name, refusals);
        reader = XmlReader.Create(new TokenBoundStream(stream, refusals), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Null where the workbook has no such part.</summary>
    internal static XmlPart? Open(ZipDirectory zip, string name, SourceRefusals refusals) =>
        zip.OpenPart(name) is { } stream ? new(zip, name, stream, refusals) : null;

    internal string Name => reader.LocalName;

    internal string Value => reader.Value;

    internal bool IsStart => reader.NodeType == XmlNodeType.Element;

    internal bool IsEnd => reader.NodeType == XmlNodeType.EndElement;

    internal bool IsText => reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    internal bool IsEmpty => reader.IsEmptyElement;

    internal string? Attribute(string attribute) => reader.GetAttribute(attribute);

    /// <summary>An attribute with a prefix, found by its local name, e.g. <c>r:id</c>.</summary>
    internal string? PrefixedAttribute(string attribute)
    {
        string? value = null;
        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
            if (reader.LocalName == attribute && reader.Prefix.Length > 0) value = reader.Value;
        reader.MoveToElement();
        return value;
    }

    internal bool Read()
    {
        try
        {
            if (!reader.Read()) return false;
            if (reader.Depth > Depth) throw new SourceFault(refusals.BrokenArchive());
            return true;
        }
        catch (XmlException)
        {
            throw new SourceFault(HasDtd() ? refusals.UnsafeXml(name) : refusals.BrokenArchive());
        }
    }

    private bool HasDtd()
    {
        try
        {
            return zip.Peek(name, 1 << 14).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.Ordinal);
        }
        catch (SourceFault)
        {
            return false;
        }
    }

    public void Dispose() => reader.Dispose();
}

/// <summary>
/// The XML reader holds one token (a name, an attribute, a text) in memory whatever its length; none of a workbook's comes
/// near the bound. No token holds a <c>&lt;</c> but comments and CDATA, which only makes the bound stricter for the others.
/// </summary>
internal sealed class TokenBoundStream(Stream inner, SourceRefusals refusals) : Stream
{
    private const int Bound = 2 << 20;

    private long since;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var first = buffer[..read].IndexOf((byte)'<');
        since += first < 0 ? read : first;
        if (since > Bound) throw new SourceFault(refusals.CellTooLong(SourcePlace.Start with { Text = ("ブックの中", "some place inside the workbook") }, Bound));
        if (first >= 0) since = read - buffer[..read].LastIndexOf((byte)'<');
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
