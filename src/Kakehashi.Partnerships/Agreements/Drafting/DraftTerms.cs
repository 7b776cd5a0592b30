using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Docx;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>All that a template of an agreement may ask for.</summary>
public static class DraftTerms
{
    private const int MonthsOfYear = 12;

    public static DocxTerms All { get; } = new(
        [
            Line("reference", ("協定番号", "Reference"), one => one.Agreement.Reference),
            .. Both("title", ("名称", "Title"), one => one.Agreement.Title),
            .. Both("type", ("種類", "Type"), one => Of(AgreementWords.Of(one.Agreement.Type))),
            .. Both("level", ("締結の単位", "Level"), one => Of(AgreementWords.Of(one.Agreement.Level))),
            .. Both("university", ("本学の名称", "The university"), one => Of(one.University.Name)),
            .. Both("partner", ("相手機関", "Partner"), one => one.Parties.Count > 1 ? one.Parties[1].Name : default),
            Line("partner_name", ("相手機関名(原文)", "Partner as signed"), one => one.Agreement.PartnerName),
            .. Both("country", ("相手国・地域", "Partner’s country"), one => Code(one, CodeLists.Countries, one.Agreement.Country)),
            .. Both("unit", ("担当部局", "Responsible unit"), one => one.UnitName(one.Agreement.Unit)),
            .. Both("other_units", ("その他の関係部局", "Other units"), one => Joined(one.Agreement.OtherUnits.Select(unit => one.UnitName(unit.Unit)))),
            .. Both("other_parties", ("その他の当事者", "Other parties"), one => Joined(one.Parties.Skip(2).Select(party => party.Name))),
            .. Both("purposes", ("目的", "Purposes"), one => Joined(one.Agreement.Purposes.Select(aim => Of(AgreementWords.Of(aim.Purpose))))),
            .. Both("effective_from", ("発効日", "In force from"), one => Day(one.Agreement.EffectiveFrom)),
            .. Both("expires_on", ("満了日", "Expires on"), one => Day(one.Agreement.ExpiresOn)),
            .. Both("signed_on", ("締結日", "Signed on"), one => Day(one.Agreement.SignedOn)),
            .. Both("period", ("有効期間", "Term"), one => Period(one.Agreement)),
            .. Both("renews_by_itself", ("自動更新", "Renews by itself"), one => one.Agreement.RenewsByItself ? new("自動更新", "automatic renewal") : default),
            Line("notice_months", ("解約の予告(月)", "Notice of termination, months"), one => Whole(one.Agreement.NoticeMonths)),
            .. Both("authoritative_language", ("正文の言語", "Authoritative language"), one => Code(one, CodeLists.LanguagesOfTheWorld, one.Agreement.AuthoritativeLanguage)),
            .. Both("signatory", ("本学の署名者の職", "Office that signs for the university"), one => one.Parties[0].Office),
            Line("contact", ("担当者", "Contact"), one => one.Agreement.Contact),
            Line("contact_mail", ("担当者のメール", "Contact’s mail"), one => one.Agreement.ContactMail),
            Line("partner_contact", ("相手機関の担当者", "Partner’s contact"), one => one.Agreement.PartnerContact),
            Line("partner_contact_mail", ("相手機関の担当者のメール", "Partner’s contact’s mail"), one => one.Agreement.PartnerContactMail),
            Line("past_activity", ("これまでの交流実績", "Past activity"), one => one.Agreement.PastActivity),
            Line("plan", ("交流の計画", "Plan of exchange"), one => one.Agreement.Plan),
            Line("website", ("ウェブサイト", "Website"), one => one.Agreement.Website),
            .. Both("strategic", ("戦略的連携", "Strategic partnership"), one => one.Agreement.IsStrategic ? new("戦略的連携", "strategic partnership") : default),
            Line("parent.reference", ("基になる協定の番号", "Reference of the parent agreement"), one => one.Parent?.Reference),
            .. Both("parent.title", ("基になる協定の名称", "Title of the parent agreement"), one => one.Parent?.Title ?? default),
            .. Both("parent.signed_on", ("基になる協定の締結日", "Day of the parent agreement"), one => Day(one.Parent?.SignedOn)),
            Line("former.reference", ("更新前の協定の番号", "Reference of the agreement it renews"), one => one.Former?.Reference),
            .. Both("former.title", ("更新前の協定の名称", "Title of the agreement it renews"), one => one.Former?.Title ?? default),
            .. Both("today", ("作成日", "Day of the draft"), one => Day(one.Today)),
        ],
        [
            List("parties", ("当事者", "Parties"), one => one.Parties,
            [
                .. Each<DraftParty>("name", ("当事者の名称", "Name of the party"), party => party.Name),
                .. Each<DraftParty>("office", ("署名者の職", "Office of the signatory"), party => party.Office),
                Item<DraftParty>("signatory", ("署名者", "Signatory"), party => party.Signature?.Signatory),
                .. Each<DraftParty>("signed_on", ("署名日", "Signed on"), party => Day(party.Signature?.SignedOn)),
            ]),
            List("units", ("関係部局", "Units"), one => one.Agreement.OtherUnits.Select(unit => unit.Unit).Prepend(one.Agreement.Unit).Where(unit => unit is not null).Select(unit => (object)one.UnitName(unit)),
                [.. Each<Bilingual>("name", ("部局の名称", "Name of the unit"), name => name)]),
            List("aims", ("目的(箇条書き)", "Purposes, one by one"), one => one.Agreement.Purposes.Index().Select(pair => (object)(pair.Index + 1, Of(AgreementWords.Of(pair.Item.Purpose)))),
            [
                Item<(int Number, Bilingual Name)>("number", ("番号", "Number"), aim => Whole(aim.Number)),
                .. Each<(int Number, Bilingual Name)>("purpose", ("目的", "Purpose"), aim => aim.Name),
            ]),
            List("places", ("交流の条件", "Exchange terms"), one => one.Agreement.Places.Select(term => (object)(one, term)),
            [
                .. Of("kind", ("対象", "Who"), (_, term) => Of(AgreementWords.Of(term.Kind))),
                .. Of("direction", ("受入・派遣", "Direction"), (_, term) => Of(AgreementWords.Of(term.Direction))),
                .. One("people", ("年間人数", "Persons a year"), term => Whole(term.People)),
                .. One("semesters", ("年間学期数", "Semesters a year"), term => Whole(term.Semesters)),
                .. One("stay_months", ("滞在の上限(月)", "Longest stay, months"), term => Whole(term.StayMonths)),
                .. Of("degree", ("課程", "Level"), (_, term) => Degree(term.EqfLevel)),
                .. Of("field", ("分野", "Field"), (one, term) => Code(one, CodeLists.Fields, term.Field)),
                .. Of("language", ("使用言語", "Language"), (one, term) => Code(one, CodeLists.LanguagesOfTheWorld, term.Language)),
                .. One("language_level", ("言語の水準(CEFR)", "Level of the language (CEFR)"), term => term.LanguageLevel?.ToString()),
                .. Of("blended", ("オンライン併用", "Blended"), (_, term) => term.IsBlended ? new("併用", "blended") : default),
            ]),
            List("clauses", ("定めている事項", "Topics of the text"), one => one.Agreement.Clauses,
            [
                .. Each<AgreementClause>("topic", ("事項", "Topic"), clause => Of(AgreementWords.Of(clause.Topic))),
                Item<AgreementClause>("article", ("条", "Article"), clause => clause.Article),
            ]),
        ]);

    private static DocxTerm Line(string name, Text label, Func<AgreementDraft, string?> read) => new(name, label, one => read((AgreementDraft)one));

    private static DocxTerm[] Both(string name, Text label, Func<AgreementDraft, Bilingual> read) => Each(name, label, read);

    private static DocxList List(string name, Text label, Func<AgreementDraft, IEnumerable<object>> items, IReadOnlyList<DocxTerm> terms) => new(name, label, one => items((AgreementDraft)one), terms);

    private static DocxTerm Item<T>(string name, Text label, Func<T, string?> read) => new(name, label, one => read((T)one));

    private static DocxTerm[] Each<T>(string name, Text label, Func<T, Bilingual> read) => [Item<T>($"{name}.ja", label, one => read(one).Ja), Item<T>($"{name}.en", label, one => read(one).En)];

    private static DocxTerm[] Of(string name, Text label, Func<AgreementDraft, ExchangeTerm, Bilingual> read) =>
        Each<(AgreementDraft Draft, ExchangeTerm Term)>(name, label, one => read(one.Draft, one.Term));

    private static DocxTerm[] One(string name, Text label, Func<ExchangeTerm, string?> read) => [Item<(AgreementDraft Draft, ExchangeTerm Term)>(name, label, one => read(one.Term))];

    private static Bilingual Of(Text text) => new(text.Ja, text.En);

    private static Bilingual Code(AgreementDraft one, string list, string? code) => code is null ? default : Of(one.Codes[list].Label(code));

    /// <summary>Names in a row; a side is missing where one of them is.</summary>
    private static Bilingual Joined(IEnumerable<Bilingual> names)
    {
        var all = names.ToList();
        return new(all.Exists(one => string.IsNullOrEmpty(one.Ja)) ? null : string.Join('、', all.Select(one => one.Ja)), all.Exists(one => string.IsNullOrEmpty(one.En)) ? null : string.Join(", ", all.Select(one => one.En)));
    }

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static Bilingual Day(DateOnly? day) => day is { } on ? new(on.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), on.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)) : default;

    /// <summary>Whole years or months; none where the days make neither.</summary>
    private static Bilingual Period(Agreement agreement)
    {
        if (agreement is not { EffectiveFrom: { } from, ExpiresOn: { } to }) return default;
        var after = to.AddDays(1);
        if (after.Day != from.Day) return default;
        var months = (after.Year - from.Year) * MonthsOfYear + after.Month - from.Month;
        var (ofYears, count) = months % MonthsOfYear == 0 ? (true, months / MonthsOfYear) : (false, months);
        return new(ofYears ? $"{count}年間" : $"{count}か月間", $"{count} {(ofYears ? "year" : "month")}{(count == 1 ? "" : "s")}");
    }

    private static Bilingual Degree(int? level) => level switch
    {
        6 => new("学士課程", "bachelor’s"),
        7 => new("修士課程", "master’s"),
        8 => new("博士課程", "doctoral"),
        { } other => new($"EQF {other}", $"EQF {other}"),
        _ => default,
    };
}
