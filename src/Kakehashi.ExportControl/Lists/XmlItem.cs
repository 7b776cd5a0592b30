using System.Xml;

namespace Kakehashi.ExportControl.Lists;

/// <summary>One entry of a list in XML: a small tree of elements, whose attributes are not read.</summary>
internal sealed class XmlItem(string name)
{
    private const int MostDepth = 8;
    private const int MostElements = 5_000;

    internal string Name => name;

    internal string? Text { get; private set; }

    internal List<XmlItem> Children { get; } = [];

    /// <summary>The texts of the children with this name, each in one line; nothing for empty ones.</summary>
    internal IEnumerable<string> All(string child) => Children.Where(c => c.Name == child).Select(c => ListText.OneLine(c.Text)).OfType<string>();

    /// <summary>The text of the first child with this name that has one, in one line.</summary>
    internal string? Of(string child) => All(child).FirstOrDefault();

    /// <summary>Every text in it, in order.</summary>
    internal IEnumerable<string> Texts() => (Text is null ? [] : new[] { Text }).Concat(Children.SelectMany(c => c.Texts()));

    /// <summary>Reads the element the reader stands on, to its end.</summary>
    internal static XmlItem Read(XmlReader reader, ListRefusals refusals)
    {
        var top = new XmlItem(reader.LocalName);
        var open = new Stack<XmlItem>([top]);
        if (reader.IsEmptyElement) return top;
        for (var elements = 1; open.Count > 0 && reader.Read();)
        {
            if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) open.Peek().Text += reader.Value;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (++elements > MostElements || open.Count > MostDepth) throw refusals.Xml(ListPlace.Line(((IXmlLineInfo)reader).LineNumber));
            var child = new XmlItem(reader.LocalName);
            open.Peek().Children.Add(child);
            if (!reader.IsEmptyElement) open.Push(child);
        }

        return top;
    }
}
