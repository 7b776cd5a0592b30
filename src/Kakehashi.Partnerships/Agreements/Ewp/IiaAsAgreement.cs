using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>What the database knows of what an IIA names.</summary>
/// <param name="Existing">The agreement that the file means; null for a new one.</param>
/// <param name="Partner">The organisation with the partner's SCHAC identifier; null where there is none.</param>
/// <param name="Unit">The unit with the code that the file names; null where there is none.</param>
/// <param name="Languages">The codes of languages that agreements may name.</param>
public sealed record AroundIia(Agreement? Existing, Organisation? Partner, OrgUnit? Unit, IReadOnlySet<string> Languages);

/// <summary>An IIA as a row of the product's own template: only what the file says, so that an import leaves the rest as it is.</summary>
public static class IiaAsAgreement
{
    /// <summary>The place of the university among the partners of a file; null where it is none of them.</summary>
    public static int? Own(Iia iia, string schac)
    {
        ArgumentNullException.ThrowIfNull(iia);
        return iia.Partners[0].Hei == schac ? 0 : iia.Partners[1].Hei == schac ? 1 : null;
    }

    /// <summary>The reference that the agreement has here.</summary>
    public static string ReferenceOf(IiaPartner own) => own.Code ?? own.Id ?? "";

    /// <summary>The values by the columns of the template; parts as the agreement holds them.</summary>
    /// <param name="iia">The agreement of the file.</param>
    /// <param name="at">The place of the university among its partners.</param>
    /// <param name="around">What the database knows of it.</param>
    /// <param name="start">The month in which academic years start.</param>
    /// <param name="today">Today.</param>
    /// <param name="note">Told of what is not taken over.</param>
    public static Dictionary<string, object> Row(Iia iia, int at, AroundIia around, int start, DateOnly today, Action<string, Text> note)
    {
        ArgumentNullException.ThrowIfNull(iia);
        ArgumentNullException.ThrowIfNull(around);
        var (own, other) = (iia.Partners[at], iia.Partners[1 - at]);
        var before = around.Existing;
        var years = iia.Conditions.Count == 0 ? null : (First: iia.Conditions.Min(one => one.FirstYear)!, Last: iia.Conditions.Max(one => one.LastYear)!) as (string First, string Last)?;
        var row = new Dictionary<string, object> { ["reference"] = before?.Reference ?? ReferenceOf(own) };
        void Say(string column, object? value)
        {
            if (value is not null) row[column] = value;
        }

        if (before is null) New(iia, own, other, around.Partner, Say);
        else Same(before, Say);
        if (State(iia, before?.State, years is null ? null : LastDay(years.Value.Last, start), today) is { } state) Say("state", CodeNames.Of(state));
        if (around.Partner is { } partner) Say("partner", $"#{partner.Number.ToString(CultureInfo.InvariantCulture)}");
        else note("ewp.partner-unknown", ($"SCHAC ID「{other.Hei}」の機関は登録されていません。相手機関名として取り込みます。機関の記録の識別子に加えると結び付きます。", $"No organisation has the SCHAC ID {other.Hei}. It is taken as the partner’s name; add the ID to the record of the organisation to link it."));
        if (around.Unit is { } unit) Say("unit", $"#{unit.Number.ToString(CultureInfo.InvariantCulture)}");
        else if (own.Unit is { } code) note("ewp.unit-unknown", ($"本学の組織「{code}」に当たる部局コードはありません。担当部局は取り込みません。", $"No unit of the university has the code {code}. The responsible unit is not taken over."));
        Days(own, other, before, years, start, Say);
        if (own.Id is { } id && id != before?.Number.ToString(CultureInfo.InvariantCulture)) Say("ewp_id", id);
        Say("partner_ewp_id", other.Id);
        Say("partner_reference", other.Code);
        Say("partner_unit", other.Unit);
        Say("contact", own.Contact);
        Say("contact_mail", own.ContactMail);
        Say("partner_contact", other.Contact);
        Say("partner_contact_mail", other.ContactMail);
        var terms = Terms(iia, own, around, years, note);
        Say("places", terms);
        return row;
    }

    /// <summary>What every row of the template has to say, as the record says it.</summary>
    private static void Same(Agreement before, Action<string, object?> say)
    {
        say("title_ja", before.Title.Ja);
        say("title_en", before.Title.En);
        say("type", CodeNames.Of(before.Type));
        say("level", CodeNames.Of(before.Level));
        say("state", CodeNames.Of(before.State));
    }

    private static void New(Iia iia, IiaPartner own, IiaPartner other, Organisation? partner, Action<string, object?> say)
    {
        var isOfStudents = iia.Conditions.Any(one => EwpCodes.IsOfStudents(one.Kind));
        var name = partner?.Name ?? new(other.Hei, other.Hei);
        say("title_ja", isOfStudents ? $"{name.In(Language.Ja)}との学生交流協定" : $"{name.In(Language.Ja)}との教職員交流協定");
        say("title_en", isOfStudents ? $"Student exchange with {name.In(Language.En)}" : $"Staff exchange with {name.In(Language.En)}");
        say("type", CodeNames.Of(isOfStudents ? AgreementType.StudentExchange : AgreementType.Other));
        say("level", CodeNames.Of(own.Unit is null ? AgreementLevel.University : AgreementLevel.Department));
        say("partner_name", partner is null ? other.Hei : partner.Name.In(Language.En));
        say("country", partner?.Country);
    }

    /// <summary>What the file says of the state; null where that of the record says as much, and more exactly.</summary>
    private static AgreementState? State(Iia iia, AgreementState? before, DateOnly? lastDay, DateOnly today)
    {
        if (iia.IsTerminated) return AgreementState.Terminated;
        if (!iia.IsInEffect) return before is null or AgreementState.InForce ? AgreementState.Draft : null;
        return before is null or AgreementState.Draft ? lastDay < today ? AgreementState.Expired : AgreementState.InForce : null;
    }

    /// <summary>The days of a record stay where they are of the academic years that the file names: it knows no days.</summary>
    private static void Days(IiaPartner own, IiaPartner other, Agreement? before, (string First, string Last)? years, int start, Action<string, object?> say)
    {
        say("signed_on", own.SignedOn ?? other.SignedOn);
        if (years is not { } known) return;
        if (before?.EffectiveFrom is not { } from || EwpCodes.YearOf(from, start) != known.First) say("effective_from", EwpCodes.FirstDay(known.First, start));
        if (before?.ExpiresOn is not { } to || EwpCodes.YearOf(to, start) != known.Last) say("expires_on", LastDay(known.Last, start));
    }

    private static DateOnly LastDay(string year, int start) => EwpCodes.FirstDay(year, start).AddYears(1).AddDays(-1);

    private static List<ExchangeTerm> Terms(Iia iia, IiaPartner own, AroundIia around, (string First, string Last)? years, Action<string, Text> note)
    {
        var terms = iia.Conditions.Select(one => Term(one, own, around, years, note)).ToList();
        if (around.Existing is not { } before) return terms;
        var left = before.Places.ToList();
        for (var i = 0; i < terms.Count; i++)
        {
            if (left.Find(one => one.Kind == terms[i].Kind && one.Direction == terms[i].Direction) is not { } same) continue;
            left.Remove(same);
            terms[i] = terms[i].Beside(same);
        }

        return terms;
    }

    private static ExchangeTerm Term(IiaCondition one, IiaPartner own, AroundIia around, (string First, string Last)? years, Action<string, Text> note)
    {
        var isOut = one.Sending == own.Hei;
        var languages = one.Languages.Select(language => Known(language, around.Languages, note)).OfType<IiaLanguage>().ToList();
        return new()
        {
            Kind = one.Kind,
            Direction = isOut ? ExchangeDirection.Out : ExchangeDirection.In,
            People = one.People,
            EqfLevel = one.Levels.Count > 0 ? one.Levels[0] : null,
            MoreLevels = Rest(one.Levels.Select(level => level.ToString(CultureInfo.InvariantCulture))),
            Field = one.Fields.Count > 0 ? one.Fields[0] : null,
            MoreFields = Rest(one.Fields),
            Language = languages.Count > 0 ? languages[0].Language : null,
            LanguageLevel = languages.Count > 0 ? languages[0].Level : null,
            MoreLanguages = Rest(languages.Select(language => language.ToString())),
            IsBlended = one.IsBlended,
            Duration = one.Duration,
            FirstYear = one.FirstYear == years?.First ? null : one.FirstYear,
            LastYear = one.LastYear == years?.Last ? null : one.LastYear,
            OwnUnit = isOut ? one.SendingUnit : one.ReceivingUnit,
            PartnerUnit = isOut ? one.ReceivingUnit : one.SendingUnit,
            Remark = one.Terms,
        };
    }

    private static IiaLanguage? Known(IiaLanguage language, IReadOnlySet<string> known, Action<string, Text> note)
    {
        var code = language.Language.Split('-')[0].ToLowerInvariant();
        if (!known.Contains(code))
        {
            note("ewp.language-unknown", ($"言語「{language}」は言語の一覧にないため取り込みません。", $"The language {language} is in no list of languages and is not taken over."));
            return null;
        }

        if (code != language.Language) note("ewp.language-shortened", ($"言語「{language.Language}」は「{code}」として取り込みます。", $"The language {language.Language} is taken as {code}."));
        return language with { Language = code };
    }

    private static string? Rest(IEnumerable<string> all) => string.Join(", ", all.Skip(1)) is { Length: > 0 } rest ? rest : null;
}
