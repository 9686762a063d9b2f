"""The two files of the DfE's download, small and of invented schools."""

from collections.abc import Sequence
from pathlib import Path

CENSUS = (
    "URN,LA,Estab,SCHOOLTYPE,NOR,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMFSM,NUMFSMEVER,NORFSMEVER,PNUMFSMEVER",
    '900001,999,2000,State-funded primary,"1,038",37,0.0356,105,0.1012,209,213,1038,0.2052',
    "900002,999,4000,State-funded secondary,902,SUPP,c,x,8.4%,z,NE,low,",
    "900003,999,1000,State-funded nursery,61,0,0,4,6.6%,,,,",
    "NAT,,PRI,State-funded primary,1038,37,0.0356,105,0.1012,209,213,1038,0.2052",
)
INFORMATION = (
    "URN,LANAME,LA,SCHNAME,LOCALITY,ADDRESS3,TOWN,POSTCODE,SCHSTATUS,MINORGROUP,SCHOOLTYPE,"
    "ISPRIMARY,ISSECONDARY,ISPOST16,AGELOW,AGEHIGH,OFSTEDLASTINSP",
    "900001,Exampleshire,999,Oak  Tree Primary School,,,Exampleton,ex1 1aa,Open,Maintained school,"
    "Community school,1,0,0,3,11,12-06-2024",
    "900002,Exampleshire,999,St Café’s School,,,Exampleton,EX1 1AB,Closed,Academy,Academy converter,1,1,1,4,18,soon",
    "900004,Exampleshire,999,Exampleton College,,,,,Open,College,Further education,0,0,1,16,99",
)


def write(path: Path, lines: Sequence[str], encoding: str = "utf-8") -> Path:
    """A CSV file of these lines."""
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path
