// The rules of swift-format, all of them, as this toolchain knows them.
//
// A configuration with a list of rules turns off every rule that it does not list, without a word;
// so the whole list stands here, and .swift-format is compared with it.

/// The linter's rules.
enum LintRules {
    static let names = [
        "AllPublicDeclarationsHaveDocumentation",
        "AlwaysUseLiteralForEmptyCollectionInit",
        "AlwaysUseLowerCamelCase",
        "AmbiguousTrailingClosureOverload",
        "AvoidRetroactiveConformances",
        "BeginDocumentationCommentWithOneLineSummary",
        "DoNotUseSemicolons",
        "DontRepeatTypeInStaticProperties",
        "FileScopedDeclarationPrivacy",
        "FullyIndirectEnum",
        "GroupNumericLiterals",
        "IdentifiersMustBeASCII",
        "NeverForceUnwrap",
        "NeverUseForceTry",
        "NeverUseImplicitlyUnwrappedOptionals",
        "NoAccessLevelOnExtensionDeclaration",
        "NoAssignmentInExpressions",
        "NoBlockComments",
        "NoCasesWithOnlyFallthrough",
        "NoEmptyLinesOpeningClosingBraces",
        "NoEmptyTrailingClosureParentheses",
        "NoLabelsInCasePatterns",
        "NoLeadingUnderscores",
        "NoParensAroundConditions",
        "NoPlaygroundLiterals",
        "NoVoidReturnOnFunctionSignature",
        "OmitExplicitReturns",
        "OneCasePerLine",
        "OneVariableDeclarationPerLine",
        "OnlyOneTrailingClosureArgument",
        "OrderedImports",
        "ReplaceForEachWithForLoop",
        "ReturnVoidInsteadOfEmptyTuple",
        "TypeNamesShouldBeCapitalized",
        "UseEarlyExits",
        "UseExplicitNilCheckInConditions",
        "UseLetInEveryBoundCaseVariable",
        "UseShorthandTypeNames",
        "UseSingleLinePropertyGetter",
        "UseSynthesizedInitializer",
        "UseTripleSlashForDocumentationComments",
        "UseWhereClausesInForLoops",
        "ValidateDocumentationComments",
    ]
}
