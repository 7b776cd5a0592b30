using System.Linq.Expressions;

namespace Kakehashi.Platform.Quality;

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class Replacing : ExpressionVisitor
{
    private readonly ParameterExpression from;
    private readonly Expression to;

    private Replacing(ParameterExpression from, Expression to) => (this.from, this.to) = (from, to);

    public static Expression In(Expression body, ParameterExpression from, Expression to) => new Replacing(from, to).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
