using System.Xml;
using System.Xml.Linq;
using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>What is wrong with a file, or is not taken over from it.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Code">Stable, e.g. <c>ewp.year</c>.</param>
/// <param name="Message">What it is and what to do.</param>
/// <param name="IsFault">The agreement cannot be taken; else the rest of it is.</param>
public sealed record EwpNote(int Line, string Code, Text Message, bool IsFault);

/// <summary>One agreement of a file.</summary>
/// <param name="Element">Its element.</param>
/// <param name="Agreement">What it says; null where it has faults.</param>
/// <param name="Notes">What is wrong with it, and what Kakehashi has no place for, in the order of the lines.</param>
public sealed record ReadIia(XElement Element, Iia? Agreement, IReadOnlyList<EwpNote> Notes)
{
    /// <summary>The line that it begins on.</summary>
    public int Line => ((IXmlLineInfo)Element).LineNumber;

    /// <summary>What its first partner calls it; null where it does not say.</summary>
    public string? Id => Element.Element(EwpCodes.Iias + "partner")?.Element(EwpCodes.Iias + "iia-id")?.Value;

    /// <summary>The hash that the file says; null where it says none.</summary>
    public string? StatedHash => Element.Element(EwpCodes.Iias + "iia-hash")?.Value.Trim();
}

/// <summary>Opens a response of the API: no DTD, no outside entity, no endless or endlessly deep document.</summary>
public static class IiaFile
{
    /// <summary>Bytes; the agreements of a large university have a tenth of it.</summary>
    public const int Largest = 16 << 20;

    /// <summary>The agreements of the standard are ten deep, addresses of contacts included.</summary>
    private const int Deepest = 32;

    private const string Root = "iias-get-response";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Largest };

    private static readonly Refusal TooLarge = new("ewp.too-large", ($"ファイルが大きすぎます({Largest >> 20} MBまで)。協定を分けて書き出してください。", $"The file is too large: {Largest >> 20} MB at most. Export the agreements in several files."));

    /// <summary>The agreements of a file, in its order.</summary>
    /// <returns>Refusals: <c>ewp.too-large</c>, <c>ewp.dtd</c>, <c>ewp.xml</c>, <c>ewp.version</c>, <c>ewp.not-iias</c>.</returns>
    public static async Task<Result<IReadOnlyList<ReadIia>>> ReadAsync(Stream stream, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > Largest) return TooLarge;
            bytes.Write(buffer, 0, read);
        }

        return Read(bytes.ToArray());
    }

    /// <summary>The agreements of a file that is at hand.</summary>
    /// <returns>Refusals: those of <see cref="ReadAsync"/>.</returns>
    public static Result<IReadOnlyList<ReadIia>> Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > Largest) return TooLarge;
        var document = Load(content);
        if (!document.IsDone) return document.Refusal;
        var root = document.Value.Root!;
        if (root.Name != EwpCodes.Iias + Root) return Other(root);
        return root.Elements(EwpCodes.Iias + "iia").Select(iia => new IiaReader(iia).Read()).ToList();
    }

    private static Result<XDocument> Load(byte[] content)
    {
        try
        {
            using (var reader = XmlReader.Create(new MemoryStream(content), Settings))
                while (reader.Read())
                    if (reader.Depth > Deepest) return Broken(((IXmlLineInfo)reader).LineNumber, ("要素の入れ子が深すぎます", "its elements are nested too deep"));
            using var again = XmlReader.Create(new MemoryStream(content), Settings);
            return XDocument.Load(again, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            return fault.Message.Contains("DTD", StringComparison.Ordinal)
                ? new Refusal("ewp.dtd", ($"{fault.LineNumber}行目: 文書型宣言(DOCTYPE)のあるXMLは読みません。宣言を取り除いて書き出し直してください。", $"Line {fault.LineNumber}: XML with a document type declaration (DOCTYPE) is not read. Export it again without one."))
                : Broken(fault.LineNumber, Text.Same(fault.Message));
        }
    }

    private static Refusal Broken(int line, Text why) => new("ewp.xml", (
        $"{line}行目: XMLとして読めません({why.Ja})。書き出した元のシステムで出力し直してください。",
        $"Line {line}: this is not well-formed XML ({why.En}). Export it again from the system it came from."));

    private static Refusal Other(XElement root) => root.Name.LocalName == Root
        ? new("ewp.version", (
            $"機関間協定API バージョン7のファイルではありません(名前空間: {root.Name.NamespaceName})。バージョン7で書き出してください。",
            $"This is not a file of version 7 of the agreements API: its namespace is {root.Name.NamespaceName}. Export it in version 7."))
        : new("ewp.not-iias", (
            $"EWPの機関間協定のファイルではありません。最初の要素は {root.Name.LocalName} ですが、{Root} が必要です。",
            $"This is no file of agreements of Erasmus Without Paper: it begins with {root.Name.LocalName}, and {Root} is wanted."));
}
