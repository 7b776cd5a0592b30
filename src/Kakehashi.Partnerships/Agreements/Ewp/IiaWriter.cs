using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>Writes agreements as the response of the API's get: valid by the public schema, each with its hash.</summary>
public static class IiaWriter
{
    private static readonly XNamespace Ns = EwpCodes.Iias;

    /// <summary>The response; without agreements it is the empty answer.</summary>
    public static XDocument Write(IEnumerable<Iia> agreements) => new(
        new XDeclaration("1.0", "UTF-8", null),
        new XElement(Ns + "iias-get-response", new XAttribute(XNamespace.Xmlns + "c", EwpCodes.Contacts), agreements.Select(Of)));

    /// <summary>The response that lists identifiers.</summary>
    public static XDocument WriteIndex(IEnumerable<string> ids) => new(
        new XDeclaration("1.0", "UTF-8", null),
        new XElement(EwpCodes.Index + "iias-index-response", ids.Select(id => new XElement(EwpCodes.Index + "iia-id", id))));

    /// <summary>A document as bytes.</summary>
    public static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" })) document.Save(writer);
        return stream.ToArray();
    }

    private static XElement Of(Iia agreement)
    {
        var iia = new XElement(Ns + "iia",
            agreement.Partners.Select(Of),
            new XElement(Ns + "in-effect", agreement.IsInEffect),
            new XElement(Ns + "cooperation-conditions",
                agreement.IsTerminated ? new XAttribute("terminated-as-a-whole", true) : null,
                EwpCodes.Kinds.Keys.SelectMany(kind => agreement.Conditions.Where(one => one.Kind == kind)).Select(Of)));
        iia.Add(new XElement(Ns + "iia-hash", IiaHash.Of(iia)));
        return iia;
    }

    private static XElement Of(IiaPartner partner) => new(
        Ns + "partner",
        new XElement(Ns + "hei-id", partner.Hei),
        Maybe("ounit-id", partner.Unit),
        Maybe("iia-id", partner.Id),
        Maybe("iia-code", partner.Code),
        Maybe("signing-date", partner.SignedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        partner.Contact is null && partner.ContactMail is null ? null : new XElement(
            EwpCodes.Contacts + "contact",
            new XElement(EwpCodes.Contacts + "contact-name", partner.Contact ?? partner.ContactMail),
            partner.ContactMail is { } mail ? new XElement(EwpCodes.Contacts + "email", mail) : null));

    private static XElement Of(IiaCondition one)
    {
        var isOfStudents = EwpCodes.IsOfStudents(one.Kind);
        return new(Ns + EwpCodes.Kinds[one.Kind],
            new XElement(Ns + "sending-hei-id", one.Sending),
            Maybe("sending-ounit-id", one.SendingUnit),
            new XElement(Ns + "receiving-hei-id", one.Receiving),
            Maybe("receiving-ounit-id", one.ReceivingUnit),
            new XElement(Ns + "receiving-first-academic-year-id", one.FirstYear),
            new XElement(Ns + "receiving-last-academic-year-id", one.LastYear),
            new XElement(Ns + "mobilities-per-year", one.People),
            one.Languages.Select(language => new XElement(Ns + "recommended-language-skill", new XElement(Ns + "language", language.Language), Maybe("cefr-level", language.Level?.ToString()))),
            one.Fields.Select(field => new XElement(Ns + "subject-area", new XElement(Ns + "isced-f-code", field))),
            Maybe("other-info-terms", one.Terms),
            Maybe(isOfStudents ? "total-months-per-year" : "total-days-per-year", one.Duration?.ToString("0.##", CultureInfo.InvariantCulture)),
            isOfStudents ? new XElement(Ns + "blended", one.IsBlended) : null,
            one.Levels.Select(level => new XElement(Ns + "eqf-level", level)));
    }

    private static XElement? Maybe(string name, string? value) => value is null ? null : new(Ns + name, value);
}
