using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>What the database knows around an agreement.</summary>
/// <param name="Parent">The agreement it rests on; null where there is none.</param>
/// <param name="DepartmentUnits">How many faculties, schools and institutes take part; the university itself and offices do not count.</param>
/// <param name="DepartmentAgreements">How many department-level agreements with the partner there have been beside it.</param>
/// <param name="PartnerAgreements">How many agreements with the partner are in force beside it.</param>
public sealed record AgreementSurroundings(Agreement? Parent, int DepartmentUnits, int DepartmentAgreements, int PartnerAgreements)
{
    public static AgreementSurroundings None { get; } = new(null, 0, 0, 0);
}

/// <summary>What a guideline is asked of: an agreement, its procedure, and what is known around it.</summary>
/// <param name="Agreement">The agreement, or what is being entered.</param>
/// <param name="Procedure">Its procedure; null while nothing has been done.</param>
/// <param name="Around">What the database knows.</param>
/// <param name="Today">The day it is judged.</param>
public sealed record AgreementCase(Agreement Agreement, AgreementProcedure? Procedure, AgreementSurroundings Around, DateOnly Today)
{
    /// <summary>The values of <see cref="CaseColumns.Schema"/>.</summary>
    public object?[] Row() => [.. CaseColumns.All.Select(column => column.Read(this))];

    internal bool States(ClauseTopic topic) => Agreement.Clauses.Exists(clause => clause.Topic == topic);

    /// <summary>Students who may go or come in a year; null where no term says so.</summary>
    internal long? Students(ExchangeDirection direction)
    {
        var terms = Agreement.Places.Where(term => term.Direction == direction && term.Kind is ExchangeKind.StudentStudies or ExchangeKind.StudentTraineeship && term.People is not null).ToList();
        return terms.Count == 0 ? null : terms.Sum(term => (long)term.People!.Value);
    }
}
