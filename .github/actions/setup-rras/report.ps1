# The end of the setup: the step's outputs, an annotation, and a paragraph in the job's summary.
# Not yet run on a hosted runner.

# Ends the setup with a reason, which is one of the action's outputs.
function Stop-Setup {
    param([string] $Reason, [string] $Message)
    $stop = New-Object System.InvalidOperationException $Message
    $stop.Data['reason'] = $Reason
    throw $stop
}

# 'failed' for an unexpected error.
function Get-StopReason {
    param([Exception] $Exception)
    if ($Exception.Data.Contains('reason')) {
        return $Exception.Data['reason']
    }
    return 'failed'
}

function Write-Ready {
    Write-StepOutput -Ready 'true' -Reason 'ready' -Message 'RRAS is running and initialised.'
    Write-Host 'RRAS is running and initialised.'
}

function Write-NotReady {
    param([string] $Reason, [string] $Message, [bool] $Required)
    Write-StepOutput -Ready 'false' -Reason $Reason -Message $Message
    $level = 'warning'
    if ($Required) {
        $level = 'error'
    }
    $text = ConvertTo-CommandText -Text "$Message Whatever needs a RRAS server on this runner was NOT tested."
    Write-Host "::$level title=RRAS is not ready ($Reason)::$text"
    Add-RunnerText -File $env:GITHUB_STEP_SUMMARY -Text @"
## RRAS is not ready: $Reason

$Message

**Whatever needs a RRAS server on this runner was not tested.**

"@
}

function Write-StepOutput {
    param([string] $Ready, [string] $Reason, [string] $Message)
    $line = $Message -replace '\s+', ' '
    Add-RunnerText -File $env:GITHUB_OUTPUT -Text "ready=$Ready`nreason=$Reason`nmessage=$line`n"
}

# Out-File of Windows PowerShell would write UTF-16 or a byte order mark.
function Add-RunnerText {
    param([string] $File, [string] $Text)
    if ($File) {
        [IO.File]::AppendAllText($File, $Text)
    }
}

# A workflow command is one line, in which these three characters must be escaped.
function ConvertTo-CommandText {
    param([string] $Text)
    return $Text.Replace('%', '%25').Replace("`r", '%0D').Replace("`n", '%0A')
}
