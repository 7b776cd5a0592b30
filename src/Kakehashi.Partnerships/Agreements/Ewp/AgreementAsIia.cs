using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>An agreement of the university as an IIA; what the standard asks for and the record does not say is told all at once.</summary>
public sealed class AgreementAsIia
{
    private readonly Agreement agreement;
    private readonly University university;
    private readonly List<Text> lacks = [];

    private AgreementAsIia(Agreement agreement, University university) => (this.agreement, this.university) = (agreement, university);

    /// <summary>The agreement as the standard tells it, the university first.</summary>
    /// <param name="agreement">The agreement, as far as whoever asks may read it.</param>
    /// <param name="partner">Its partner; null where it is not linked.</param>
    /// <param name="unit">The unit that is responsible.</param>
    /// <param name="university">Whose identifier and years count.</param>
    /// <returns>Refusals: <c>ewp.incomplete</c>, with all that is missing.</returns>
    public static Result<Iia> Of(Agreement agreement, Organisation? partner, OrgUnit? unit, University university)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(university);
        return new AgreementAsIia(agreement, university).Read(partner, unit);
    }

    private Result<Iia> Read(Organisation? partner, OrgUnit? unit)
    {
        var own = university.Schac ?? Lack(("本学のSCHAC ID(設定ファイル university.yaml の schac)", "the SCHAC ID of the university (schac in university.yaml)"));
        var other = partner is null ? Lack(("相手機関(機関に結び付ける)", "the partner (link it to an organisation)"))
            : partner.Identifiers.Find(one => one.Scheme == IdentifierScheme.Schac)?.Value ?? Lack(("相手機関のSCHAC ID(機関の記録の識別子)", "the SCHAC ID of the partner (among the identifiers of its record)"));
        if (agreement.OtherParties.Count > 0) Lack(("当事者が2者であること(EWPの協定は2者間に限られます)", "to be between two parties, as agreements of EWP are"));
        if (agreement.Places.Count == 0) Lack(("交流の条件(1件以上)", "an exchange term"));
        var conditions = agreement.Places.Select((term, at) => Condition(term, at + 1, own, other)).ToList();
        if (lacks.Count > 0)
            return new Refusal("ewp.incomplete", ($"{agreement.Reference} をEWPの形式で書き出すには、次が必要です：{string.Join("、", lacks.Select(one => one.Ja))}。", $"{agreement.Reference} cannot be written for EWP. It lacks: {string.Join("; ", lacks.Select(one => one.En))}."));
        var isOfUnit = agreement.Level == AgreementLevel.Department && unit is not null && EwpCodes.IsId(unit.UnitCode);
        IiaPartner[] partners =
        [
            new(own)
            {
                Unit = isOfUnit ? unit!.UnitCode : null,
                Id = agreement.EwpId ?? agreement.Number.ToString(CultureInfo.InvariantCulture),
                Code = agreement.Reference,
                SignedOn = agreement.SignedOn,
                Contact = agreement.Contact,
                ContactMail = MailOrNone(agreement.ContactMail),
            },
            new(other) { Unit = agreement.PartnerUnit, Id = agreement.PartnerEwpId, Code = agreement.PartnerReference, Contact = agreement.PartnerContact, ContactMail = MailOrNone(agreement.PartnerContactMail) },
        ];
        return new Iia(partners, agreement.State is not (AgreementState.Draft or AgreementState.UnderReview or AgreementState.Approved), false, conditions);
    }

    private IiaCondition Condition(ExchangeTerm term, int at, string own, string other)
    {
        var isOut = term.Direction == ExchangeDirection.Out;
        var isOfStudents = EwpCodes.IsOfStudents(term.Kind);
        if (term.People is not > 0) Lack(($"交流の条件{at}の年間人数", $"persons a year of exchange term {at}"));
        if (term.Language is null && EwpCodes.NeedsLanguage(term.Kind)) Lack(($"交流の条件{at}の使用言語", $"the language of exchange term {at}"));
        if (term.Language is null && term.MoreLanguages is not null) Lack(($"交流の条件{at}の最初の使用言語", $"the first language of exchange term {at}"));
        if (term.Field is { } field && !EwpCodes.IsField(field)) Lack(($"交流の条件{at}の分野の4桁のコード(いまは {field})", $"a field of four digits in exchange term {at}, where there is {field}"));
        if (term.Duration is { } duration && (duration <= 0 || duration != Math.Round(duration, 2))) Lack(($"交流の条件{at}の年間の延べ期間(正の数、小数2桁まで)", $"a duration of exchange term {at} that is positive, with two decimals at most"));
        return new()
        {
            Kind = term.Kind,
            Sending = isOut ? own : other,
            SendingUnit = isOut ? term.OwnUnit : term.PartnerUnit,
            Receiving = isOut ? other : own,
            ReceivingUnit = isOut ? term.PartnerUnit : term.OwnUnit,
            FirstYear = term.FirstYear ?? YearOf(agreement.EffectiveFrom ?? agreement.SignedOn, ("発効日", "the day it is in force from")),
            LastYear = term.LastYear ?? YearOf(agreement.ExpiresOn, ("満了日、または交流の条件の最後の学年", "its last day, or the last academic year of each exchange term")),
            People = term.People,
            Languages = term.Language is null ? [] : [new(term.Language, term.LanguageLevel), .. EwpCodes.Several(term.MoreLanguages).Select(EwpCodes.Language).OfType<IiaLanguage>()],
            Fields = [.. new[] { term.Field }.OfType<string>(), .. EwpCodes.Several(term.MoreFields)],
            Terms = term.Remark,
            Duration = term.Duration,
            IsBlended = isOfStudents && term.IsBlended,
            Levels = !isOfStudents ? [] : [.. new[] { term.EqfLevel }.OfType<int>(), .. EwpCodes.Several(term.MoreLevels).Select(level => int.Parse(level, CultureInfo.InvariantCulture))],
        };
    }

    private string YearOf(DateOnly? day, Text name) => day is { } known ? EwpCodes.YearOf(known, university.Years.Academic) : Lack(name);

    private string Lack(Text what)
    {
        if (!lacks.Contains(what)) lacks.Add(what);
        return "";
    }

    private static string? MailOrNone(string? mail) => mail is not null && EwpCodes.IsMail(mail) ? mail : null;
}
