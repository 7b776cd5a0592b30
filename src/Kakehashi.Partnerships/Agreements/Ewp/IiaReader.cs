using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>Reads one agreement. What it does not take is listed by itself: whatever nobody has asked for is left over.</summary>
internal sealed class IiaReader(XElement iia)
{
    private static readonly XNamespace Ns = EwpCodes.Iias;

    private readonly HashSet<XObject> taken = [];
    private readonly List<EwpNote> notes = [];

    public ReadIia Read()
    {
        var partners = iia.Elements(Ns + "partner").Select(Partner).ToList();
        if (partners.Count != 2) Fault(iia, "ewp.two-partners", ("当事者(partner)は2つでなければなりません。", "An agreement has two partners."));
        var isInEffect = Flag(iia, "in-effect", isRequired: true);
        Take(iia, "iia-hash");
        var conditions = iia.Element(Ns + "cooperation-conditions");
        var isTerminated = conditions?.Attribute("terminated-as-a-whole") is { } attribute && taken.Add(attribute) && attribute.Value is "true" or "1";
        if (conditions is null) Missing(iia, "cooperation-conditions");
        else taken.Add(conditions);
        var terms = new List<IiaCondition>();
        foreach (var kind in EwpCodes.Kinds)
            foreach (var element in conditions?.Elements(Ns + kind.Value) ?? []) terms.Add(Condition(element, kind.Key));
        foreach (var term in terms.Where(term => partners.Count == 2 && !partners.Exists(one => one.Hei == term.Sending) | !partners.Exists(one => one.Hei == term.Receiving)))
            Fault(conditions!, "ewp.foreign-term", ($"派遣側・受入側({term.Sending}、{term.Receiving})は、協定の当事者でなければなりません。", $"Who sends and who receives ({term.Sending}, {term.Receiving}) have to be the partners of the agreement."));
        Leftovers();
        notes.Sort((one, other) => one.Line.CompareTo(other.Line));
        return new(iia, notes.Exists(note => note.IsFault) ? null : new(partners, isInEffect, isTerminated, terms), notes);
    }

    private IiaPartner Partner(XElement element)
    {
        var contact = element.Element(EwpCodes.Contacts + "contact");
        var mail = contact is null ? null : Take(contact, EwpCodes.Contacts + "email");
        var name = contact is null ? null : Take(contact, EwpCodes.Contacts + "contact-name");
        var day = Take(element, "signing-date");
        DateOnly? signed = DateOnly.TryParseExact(day is { Length: > 10 } ? day[..10] : day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (day is not null && signed is null) Fault(element, "ewp.day", ($"署名日「{day}」は 2026-04-01 の形の日付ではありません。", $"“{day}” is no day as 2026-04-01."));
        return new(Required(element, "hei-id"))
        {
            Unit = Id(element, "ounit-id"),
            Id = Id(element, "iia-id"),
            Code = Take(element, "iia-code"),
            SignedOn = signed,
            Contact = name == mail ? null : name,
            ContactMail = mail,
        };
    }

    private IiaCondition Condition(XElement element, ExchangeKind kind)
    {
        var isOfStudents = EwpCodes.IsOfStudents(kind);
        var (first, last) = (Year(element, "receiving-first-academic-year-id"), Year(element, "receiving-last-academic-year-id"));
        if (string.CompareOrdinal(first, last) > 0) Fault(element, "ewp.years", ($"最後の学年({last})が最初の学年({first})より前です。", $"The last academic year, {last}, is before the first, {first}."));
        var languages = element.Elements(Ns + "recommended-language-skill").Where(IsDefined).Select(Language).OfType<IiaLanguage>().ToList();
        if (languages.Count == 0 && EwpCodes.NeedsLanguage(kind) && !element.Elements(Ns + "recommended-language-skill").Any()) Missing(element, "recommended-language-skill");
        return new()
        {
            Kind = kind,
            Sending = Required(element, "sending-hei-id"),
            SendingUnit = Id(element, "sending-ounit-id"),
            Receiving = Required(element, "receiving-hei-id"),
            ReceivingUnit = Id(element, "receiving-ounit-id"),
            FirstYear = first,
            LastYear = last,
            People = People(element),
            Languages = languages,
            Fields = [.. element.Elements(Ns + "subject-area").Select(area => Field(area)).OfType<string>()],
            Terms = Take(element, "other-info-terms") is { Length: > 0 } terms ? terms : null,
            Duration = Duration(element, isOfStudents ? "total-months-per-year" : "total-days-per-year"),
            IsBlended = isOfStudents && Flag(element, "blended", isRequired: true),
            Levels = isOfStudents ? [.. element.Elements(Ns + "eqf-level").Select(Level).OfType<int>()] : [],
        };
    }

    private int? People(XElement element)
    {
        if (element.Element(Ns + "mobilities-per-year") is not { } people) Missing(element, "mobilities-per-year");
        else if (IsDefined(people))
        {
            taken.Add(people);
            if (int.TryParse(people.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000) return count;
            Fault(people, "ewp.people", ($"年間の人数「{people.Value}」は1以上の整数ではありません。", $"“{people.Value}” is no number of persons a year: a whole number from 1 on."));
        }

        return null;
    }

    private decimal? Duration(XElement element, string name)
    {
        if (Take(element, name) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var duration) && duration > 0 && duration == Math.Round(duration, 2)) return duration;
        Fault(element.Element(Ns + name)!, "ewp.duration", ($"{name} の「{text}」は、小数2桁までの正の数ではありません。", $"“{text}” of {name} is no positive number with two decimals at most."));
        return null;
    }

    private IiaLanguage? Language(XElement skill)
    {
        var language = Required(skill, "language");
        var level = Take(skill, "cefr-level");
        if (EwpCodes.Language($"{language} {level}".TrimEnd()) is { } read && (level is null || read.Level is not null)) return read with { Language = language };
        if (language.Length > 0) Fault(skill, "ewp.language", ($"言語「{language}」または水準「{level}」が正しくありません。水準は A1〜C2 です。", $"The language “{language}” or its level “{level}” is not right; a level is one of A1 to C2."));
        return null;
    }

    private string? Field(XElement area)
    {
        if (area.Element(Ns + "isced-clarification") is { } clarification && clarification.Value.Trim().Length == 0) taken.Add(clarification);
        var code = Required(area, "isced-f-code");
        if (EwpCodes.IsField(code)) return code;
        if (code.Length > 0) Fault(area, "ewp.field", ($"分野「{code}」はISCED-Fの4桁のコードではありません。", $"“{code}” is no ISCED-F code of four digits."));
        return null;
    }

    private int? Level(XElement level)
    {
        taken.Add(level);
        if (level.Value.Trim() is [>= '1' and <= '8'] digit) return digit[0] - '0';
        Fault(level, "ewp.level", ($"課程「{level.Value}」はEQFの1〜8ではありません。", $"“{level.Value}” is no level of the EQF: 1 to 8."));
        return null;
    }

    private string Year(XElement element, string name)
    {
        var year = Required(element, name);
        if (year.Length > 0 && !EwpCodes.IsYear(year)) Fault(element.Element(Ns + name)!, "ewp.year", ($"学年「{year}」は 2026/2027 の形ではありません。", $"“{year}” is no academic year as 2026/2027."));
        return year;
    }

    private string? Id(XElement element, string name)
    {
        var id = Take(element, name);
        if (id is not null && !EwpCodes.IsId(id)) Fault(element.Element(Ns + name)!, "ewp.id", ($"{name} の「{id}」は、空白のない64文字以内のASCII文字ではありません。", $"“{id}” of {name} is not of at most 64 signs of ASCII without a space."));
        return id;
    }

    private bool Flag(XElement element, string name, bool isRequired)
    {
        var text = isRequired ? Required(element, name) : Take(element, name);
        if (text is not (null or "" or "true" or "false" or "1" or "0")) Fault(element.Element(Ns + name)!, "ewp.flag", ($"{name} の「{text}」は true か false ではありません。", $"“{text}” of {name} is neither true nor false."));
        return text is "true" or "1";
    }

    private string Required(XElement element, string name)
    {
        if (Take(element, name) is { Length: > 0 } text) return text;
        Missing(element, name);
        return "";
    }

    private string? Take(XElement element, string name) => Take(element, Ns + name);

    private string? Take(XElement element, XName name)
    {
        if (element.Element(name) is not { } found) return null;
        taken.Add(found);
        return found.Value.Trim();
    }

    /// <summary>False for what stands there only because version 7 wants a value.</summary>
    private static bool IsDefined(XElement element) => element.Attribute("not-yet-defined")?.Value is not ("true" or "1");

    private void Leftovers()
    {
        foreach (var element in iia.Descendants().Where(one => !one.HasElements && !taken.Contains(one)))
        {
            var path = string.Join('/', element.AncestorsAndSelf().TakeWhile(one => one != iia).Reverse().Select(one => one.Name.LocalName));
            var value = element.Value.Trim() is { Length: > 120 } longer ? longer[..120] + "…" : element.Value.Trim();
            notes.Add(new(LineOf(element), "ewp.not-taken", ($"{path}「{value}」は、入れる項目がないため取り込みません。", $"{path}, “{value}”, is not taken over: there is no field for it."), false));
        }

        foreach (var attribute in iia.DescendantsAndSelf().Attributes().Where(one => one.Name.LocalName is "v6-value" or "terminated-as-a-whole" && !taken.Contains(one)))
            notes.Add(new(LineOf(attribute.Parent!), "ewp.not-taken", ($"属性 {attribute.Name.LocalName}「{attribute.Value}」は取り込みません。", $"The attribute {attribute.Name.LocalName}, “{attribute.Value}”, is not taken over."), false));
    }

    private void Missing(XElement element, string name) => Fault(element, "ewp.missing", ($"{element.Name.LocalName} に {name} がありません。", $"{element.Name.LocalName} has no {name}."));

    private void Fault(XElement element, string code, Text message) => notes.Add(new(LineOf(element), code, message, true));

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
