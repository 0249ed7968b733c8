<?xml version="1.0" encoding="UTF-8"?>
<!-- 各个解除理由的事实、结论和条款。通知书和致工会的函用同一段文字，两处不会说得不一样。
     person：通知书里称“您”，致工会的函里称“该职工”；level：事实分项编号的级别。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">

  <xsl:template name="ground-article">
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.39-1'">《中华人民共和国劳动合同法》第三十九条第一项、第二十一条</xsl:when>
      <xsl:when test="$ground='cn.39-2'">《中华人民共和国劳动合同法》第三十九条第二项</xsl:when>
      <xsl:when test="$ground='cn.39-3'">《中华人民共和国劳动合同法》第三十九条第三项</xsl:when>
      <xsl:when test="$ground='cn.39-4'">《中华人民共和国劳动合同法》第三十九条第四项</xsl:when>
      <xsl:when test="$ground='cn.39-5'">《中华人民共和国劳动合同法》第二十六条第一款第一项、第三十九条第五项</xsl:when>
      <xsl:when test="$ground='cn.39-6'">《中华人民共和国劳动合同法》第三十九条第六项</xsl:when>
      <xsl:when test="$ground='cn.40-1'">《中华人民共和国劳动合同法》第四十条第一项</xsl:when>
      <xsl:when test="$ground='cn.41-1'">《中华人民共和国劳动合同法》第四十一条第一款第一项</xsl:when>
      <xsl:when test="$ground='cn.41-2'">《中华人民共和国劳动合同法》第四十一条第一款第二项</xsl:when>
      <xsl:when test="$ground='cn.41-3'">《中华人民共和国劳动合同法》第四十一条第一款第三项</xsl:when>
      <xsl:when test="$ground='cn.41-4'">《中华人民共和国劳动合同法》第四十一条第一款第四项</xsl:when>
      <xsl:when test="$ground='cn.40-2'">《中华人民共和国劳动合同法》第四十条第二项</xsl:when>
      <xsl:when test="$ground='cn.40-3'">《中华人民共和国劳动合同法》第四十条第三项</xsl:when>
      <xsl:when test="$ground"><xsl:message terminate="yes">这份文书没有解除理由“<xsl:value-of select="$ground"/>”的文字。</xsl:message></xsl:when>
      <xsl:otherwise><field path="departure/@ground"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ground-conclusion">
    <xsl:param name="person"/>
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.39-1'">根据上述考核事实，<xsl:value-of select="$person"/>在试用期间被证明不符合录用条件。</xsl:when>
      <xsl:when test="$ground='cn.39-2'">按照该条规定，上述行为属于严重违反规章制度。</xsl:when>
      <xsl:when test="$ground='cn.39-3'"><xsl:value-of select="$person"/>的上述行为构成<xsl:choose><xsl:when test="case/@limb='graft'">营私舞弊</xsl:when><xsl:otherwise>严重失职</xsl:otherwise></xsl:choose>，给公司造成重大损害。</xsl:when>
      <xsl:when test="$ground='cn.39-4' and case/@limb='effect'"><xsl:value-of select="$person"/>同时与其他用人单位建立劳动关系，对完成本单位的工作任务造成严重影响。</xsl:when>
      <xsl:when test="$ground='cn.39-4'"><xsl:value-of select="$person"/>同时与其他用人单位建立劳动关系，经公司提出，拒不改正。</xsl:when>
      <xsl:when test="$ground='cn.39-5'">该事项是招用<field path="employee/employment/@position"/>岗位的条件，公司因此在违背真实意思的情况下与<xsl:value-of select="$person"/>订立了劳动合同。</xsl:when>
      <xsl:when test="$ground='cn.39-6'"><xsl:value-of select="$person"/>被依法追究刑事责任。</xsl:when>
      <xsl:when test="$ground='cn.40-1'">医疗期满后，<xsl:value-of select="$person"/>不能从事原工作，也不能从事由公司另行安排的工作。</xsl:when>
      <xsl:when test="$ground='cn.40-2'"><xsl:value-of select="$person"/>不能胜任工作，经过<xsl:call-template name="help"/>，仍不能胜任工作。</xsl:when>
      <xsl:when test="$ground='cn.40-3'">劳动合同订立时所依据的客观情况发生重大变化，致使劳动合同无法履行，经双方协商，未能就变更劳动合同内容达成协议。</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ground-facts">
    <xsl:param name="person"/>
    <xsl:param name="level">1</xsl:param>
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.39-1'"><xsl:call-template name="facts-probation"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:when>
      <xsl:when test="$ground='cn.39-2'"><xsl:call-template name="facts-rules"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:when>
      <xsl:when test="$ground='cn.39-3'"><xsl:call-template name="facts-neglect"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:when>
      <xsl:when test="$ground='cn.39-4'"><xsl:call-template name="facts-second-relation"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:when>
      <xsl:when test="$ground='cn.39-5'"><xsl:call-template name="facts-fraud"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:when>
      <xsl:when test="$ground='cn.39-6'">
        <p id="facts"><field path="case/ruling/@court"/>于<field path="case/ruling/@date" as="date"/>对<xsl:value-of select="$person"/>作出<field path="case/ruling/@number"/>刑事裁判文书，该文书已于<field path="case/ruling/@effective" as="date"/>发生法律效力。</p>
      </xsl:when>
      <xsl:when test="$ground='cn.40-1'">
        <xsl:call-template name="facts-medical"><xsl:with-param name="person" select="$person"/><xsl:with-param name="level" select="$level"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="starts-with($ground, 'cn.41-')"><xsl:call-template name="facts-layoff"/></xsl:when>
      <xsl:when test="$ground='cn.40-2'">
        <xsl:call-template name="facts-performance"><xsl:with-param name="person" select="$person"/><xsl:with-param name="level" select="$level"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$ground='cn.40-3'">
        <xsl:call-template name="facts-change"><xsl:with-param name="person" select="$person"/><xsl:with-param name="level" select="$level"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ground-annexes">
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.39-1'"><row><cell>录用条件确认书、试用期考核结果</cell></row></xsl:when>
      <xsl:when test="$ground='cn.39-2'"><row><cell>规章制度相关条款及签收记录</cell></row></xsl:when>
      <xsl:when test="$ground='cn.39-3'"><row><cell>损失计算说明</cell></row></xsl:when>
      <xsl:when test="$ground='cn.39-4' and case/measure[@kind='correction']"><row><cell>限期改正通知及送达记录</cell></row></xsl:when>
      <xsl:when test="$ground='cn.39-6'"><row><cell>裁判文书主文页复印件</cell></row></xsl:when>
      <xsl:when test="$ground='cn.40-1'"><row><cell>医疗期计算告知单</cell></row></xsl:when>
      <xsl:when test="starts-with($ground, 'cn.41-')"><row><cell>《裁减人员方案》摘录</cell></row></xsl:when>
      <xsl:when test="$ground='cn.40-2'"><row><cell>两次考核结果</cell></row><row><cell><xsl:call-template name="help"/>记录</cell></row></xsl:when>
      <xsl:when test="$ground='cn.40-3'"><row><cell>协商记录</cell></row></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- 三十九条第一项：录用条件、考核方式、要求和结果逐项对照。 -->
  <xsl:template name="facts-probation">
    <xsl:param name="person"/>
    <p id="criteria">双方约定的试用期至<field path="employee/employment/@probation-end" as="date"/>止。入职时，公司已书面说明<field
      path="employee/employment/@position"/>岗位的录用条件<xsl:if test="employee/criterion/@acknowledged">，<xsl:value-of
      select="$person"/>已于<field path="employee/criterion/@acknowledged" as="date"/>签收确认</xsl:if>。<xsl:if test="employee/criterion/@title">录用条件为：<xsl:for-each select="employee/criterion[@title]"><xsl:if
      test="position() > 1">；</xsl:if>（<xsl:value-of select="position()"/>）<field path="employee/criterion[{count(preceding-sibling::criterion) + 1}]/@title"/></xsl:for-each>。</xsl:if>试用期内，公司依照录用条件作了考核，结果如下：</p>
    <xsl:choose>
      <xsl:when test="case/appraisal">
        <table id="facts" columns="5 3c 3c 3c" head="true" closed="true">
          <row><cell>录用条件</cell><cell>考核期间</cell><cell>要求</cell><cell>实际结果</cell></row>
          <xsl:for-each select="case/appraisal">
            <xsl:variable name="at" select="concat('case/appraisal[', position(), ']/@')"/>
            <row><cell><field path="{$at}standard"/></cell><cell><field path="{$at}period" as="period"/></cell><cell><field path="{$at}target"/></cell><cell><field path="{$at}actual"/></cell></row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:when test="employee/review">
        <table id="facts" columns="5 3c 3c 3c" head="true" closed="true">
          <row><cell>考核项目</cell><cell>考核期间</cell><cell>要求</cell><cell>实际结果</cell></row>
          <xsl:for-each select="employee/review">
            <xsl:variable name="at" select="concat('employee/review[', position(), ']/@')"/>
            <row>
              <cell><xsl:choose><xsl:when test="@measure"><field path="{$at}measure"/></xsl:when><xsl:otherwise>岗位考核</xsl:otherwise></xsl:choose></cell>
              <cell><field path="{$at}period" as="period"/></cell>
              <cell><field path="{$at}target" as="number"/><xsl:value-of select="@unit"/></cell>
              <cell><xsl:choose><xsl:when test="@actual or not(@score)"><field path="{$at}actual" as="number"/><xsl:value-of select="@unit"/></xsl:when><xsl:otherwise>得分<field path="{$at}score" as="number"/></xsl:otherwise></xsl:choose></cell>
            </row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="facts-told"/></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="served" select="evidence[@kind='assess-result-served']/@date"/>
    <xsl:if test="case/appraisal/@delivered or $served">
      <p id="served">考核结果已于<xsl:choose>
          <xsl:when test="case/appraisal/@delivered"><field path="case/appraisal/@delivered" as="date"/></xsl:when>
          <xsl:otherwise><field path="evidence[@kind='assess-result-served']/@date" as="date"/></xsl:otherwise>
        </xsl:choose>送达<xsl:value-of select="$person"/>本人。</p>
    </xsl:if>
  </xsl:template>

  <!-- 案件里逐条写下的事实；一条也没有时，草稿留空位。 -->
  <xsl:template name="facts-told">
    <xsl:choose>
      <xsl:when test="case/fact">
        <table id="facts" columns="1.2c 3 3 7.8" head="true" closed="true">
          <row><cell>序号</cell><cell>时间</cell><cell>地点</cell><cell>事实</cell></row>
          <xsl:for-each select="case/fact">
            <xsl:variable name="at" select="concat('case/fact[', position(), ']')"/>
            <row>
              <cell><xsl:value-of select="position()"/></cell>
              <cell><field path="{$at}/@date" as="date"/><xsl:if test="@time"><field path="{$at}/@time" as="clock"/></xsl:if></cell>
              <cell><xsl:choose><xsl:when test="@place"><field path="{$at}/@place"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell>
              <cell><xsl:choose><xsl:when test="@what"><field path="{$at}/@what"/></xsl:when><xsl:otherwise><field path="{$at}"/></xsl:otherwise></xsl:choose><xsl:if test="@evidence">（证据：<field path="{$at}/@evidence"/>）</xsl:if></cell>
            </row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise>
        <p id="facts"><field path="case/fact"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 三十九条第二项：时间、地点、行为，再引制度原文。一份通知只引一条制度：案件里写明的，否则是最近一次违纪所违反的；
       违反别的条款的行为，不写进来。 -->
  <xsl:template name="facts-rules">
    <xsl:param name="person"/>
    <xsl:variable name="cited">
      <xsl:choose>
        <xsl:when test="case/fact/@rule"><xsl:value-of select="case/fact[@rule][last()]/@rule"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="employee/violation[@rule][last()]/@rule"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="acts" select="employee/violation[not(@rule) or @rule=$cited]"/>
    <p id="facts-intro">经查明，<xsl:value-of select="$person"/>存在下列行为：</p>
    <xsl:choose>
      <xsl:when test="case/fact or not($acts)"><xsl:call-template name="facts-told"/></xsl:when>
      <xsl:otherwise>
        <table id="facts" columns="1.1c 3 8.9" head="true" closed="true">
          <row><cell>序号</cell><cell>时间</cell><cell>事实</cell></row>
          <xsl:for-each select="$acts">
            <xsl:variable name="at" select="concat('employee/violation[', count(preceding-sibling::violation) + 1, ']/@')"/>
            <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}date" as="date"/></cell><cell><field path="{$at}what"/></cell></row>
          </xsl:for-each>
        </table>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="evidence[@kind='employee-statement']">
      <p id="statement">公司听取了<xsl:value-of select="$person"/><xsl:if test="evidence[@kind='employee-statement']/@date">于<field
        path="evidence[@kind='employee-statement']/@date" as="date"/></xsl:if>作出的陈述和申辩，并作了核查。</p>
    </xsl:if>
    <xsl:variable name="rule">
      <xsl:choose>
        <xsl:when test="company/rule[@id=$cited]">company/rule[@id='<xsl:value-of select="$cited"/>']</xsl:when>
        <xsl:otherwise>company/rule[1]</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="node" select="company/rule[@id=$cited or (position()=1 and not(../rule[@id=$cited]))][1]"/>
    <p id="rule">上述行为违反公司《<field path="{$rule}/@title"/>》<xsl:choose>
        <xsl:when test="$node/@clause"><field path="{$rule}/@clause"/></xsl:when>
        <xsl:when test="contains($node/@title, '条')"/>
        <xsl:when test="$node/@id">（条款编号：<field path="{$rule}/@id"/>）</xsl:when>
        <xsl:otherwise><field path="{$rule}/@clause"/></xsl:otherwise>
      </xsl:choose>的规定<xsl:choose>
        <xsl:when test="normalize-space($node) = ''">。</xsl:when>
        <xsl:otherwise>，该条原文为：“<field path="{$rule}"/>”<xsl:if test="substring(normalize-space($node), string-length(normalize-space($node))) != '。'">。</xsl:if></xsl:otherwise>
      </xsl:choose>该制度<xsl:if
        test="$node/@democratic='true'">经民主程序讨论、协商确定，</xsl:if><xsl:if test="$node/@published">于<field
        path="{$rule}/@published" as="date"/>公示，</xsl:if><xsl:value-of select="$person"/>已于<field path="{$rule}/@acknowledged" as="date"/>签收。</p>
  </xsl:template>

  <!-- 四十条第二项：第一次考核、培训或者调岗、再次考核，三步写全。 -->
  <xsl:template name="help">
    <xsl:choose>
      <xsl:when test="case/measure[@kind='transfer'] and not(case/measure[@kind='training'])">调整工作岗位</xsl:when>
      <xsl:otherwise>培训</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="facts-performance">
    <xsl:param name="person"/>
    <xsl:param name="level"/>
    <!-- 首次考核：考核材料（assess-1）当天或之前的最后一次；没有材料日期时，培训之前最后一次没有通过的考核。
         再次考核：同样按 assess-2；没有时，最后一次没有通过的考核，要在首次之后。评为合格以上的，不算。 -->
    <xsl:variable name="failed" select="employee/review[not(@grade) or contains(@grade, '不') or contains(@grade, '未') or contains(@grade, '待') or @grade='D' or @grade='E']"/>
    <xsl:variable name="proof-1" select="number(translate(evidence[@kind='assess-1'][1]/@date, '-', ''))"/>
    <xsl:variable name="proof-2" select="number(translate(evidence[@kind='assess-2'][1]/@date, '-', ''))"/>
    <xsl:variable name="helped" select="number(translate(substring(concat(case/measure[@kind='training' or @kind='transfer']/@from, employee/training[1]/@date), 1, 7), '-', ''))"/>
    <xsl:variable name="by-proof" select="$failed[number(translate(@date, '-', '')) &lt;= $proof-1]"/>
    <xsl:variable name="by-training" select="$failed[number(translate(substring(@period, 1, 7), '-', '')) &lt;= $helped]"/>
    <xsl:variable name="first">
      <xsl:choose>
        <xsl:when test="$by-proof"><xsl:value-of select="count($by-proof[last()]/preceding-sibling::review) + 1"/></xsl:when>
        <xsl:when test="$by-training"><xsl:value-of select="count($by-training[last()]/preceding-sibling::review) + 1"/></xsl:when>
        <xsl:when test="$failed"><xsl:value-of select="count($failed[1]/preceding-sibling::review) + 1"/></xsl:when>
        <xsl:otherwise>1</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="later" select="$failed[count(preceding-sibling::review) + 1 > number($first)]"/>
    <xsl:variable name="later-by-proof" select="$later[number(translate(@date, '-', '')) &lt;= $proof-2]"/>
    <xsl:variable name="last">
      <xsl:choose>
        <xsl:when test="$later-by-proof"><xsl:value-of select="count($later-by-proof[last()]/preceding-sibling::review) + 1"/></xsl:when>
        <xsl:when test="$later"><xsl:value-of select="count($later[last()]/preceding-sibling::review) + 1"/></xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="standard" select="evidence[@kind='job-standard'][@title]"/>
    <p id="standard"><xsl:value-of select="$person"/>的岗位职责和考核标准<xsl:choose>
        <xsl:when test="$standard">载于《<field path="evidence[@kind='job-standard']/@title"/>》<xsl:if
          test="$standard/@date">，<xsl:value-of select="$person"/>已于<field path="evidence[@kind='job-standard']/@date" as="date"/>签收</xsl:if></xsl:when>
        <xsl:otherwise>已事先书面告知</xsl:otherwise>
      </xsl:choose>。就<xsl:value-of select="$person"/>履行岗位职责的情况，说明如下：</p>
    <item id="first-review" level="{$level}"><strong>首次考核。</strong><xsl:choose>
        <xsl:when test="case/appraisal"><xsl:call-template name="appraisal"><xsl:with-param name="at">case/appraisal[1]</xsl:with-param><xsl:with-param name="node" select="case/appraisal[1]"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="review"><xsl:with-param name="at" select="concat('employee/review[', $first, ']')"/><xsl:with-param name="node" select="employee/review[number($first)]"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>结论为不能胜任工作。<xsl:call-template name="told"><xsl:with-param name="person" select="$person"/><xsl:with-param name="at" select="concat('employee/review[', $first, ']')"/><xsl:with-param name="node" select="employee/review[number($first)]"/><xsl:with-param name="appraisal">1</xsl:with-param></xsl:call-template></item>
    <item id="help" level="{$level}"><strong><xsl:call-template name="help"/>。</strong><xsl:call-template name="help-given"><xsl:with-param name="person" select="$person"/><xsl:with-param name="from" select="number(translate(employee/review[number($first)]/@date, '-', ''))"/><xsl:with-param name="until" select="number(translate(employee/review[number($last)]/@date, '-', ''))"/></xsl:call-template></item>
    <item id="second-review" level="{$level}"><strong>再次考核。</strong><xsl:choose>
        <xsl:when test="case/appraisal"><xsl:call-template name="appraisal"><xsl:with-param name="at">case/appraisal[2]</xsl:with-param><xsl:with-param name="node" select="case/appraisal[2]"/></xsl:call-template></xsl:when>
        <xsl:when test="$last > 0"><xsl:call-template name="review"><xsl:with-param name="at" select="concat('employee/review[', $last, ']')"/><xsl:with-param name="node" select="employee/review[number($last)]"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="review"><xsl:with-param name="at" select="concat('employee/review[', count(employee/review) + 1 + number(not(employee/review)), ']')"/><xsl:with-param name="node" select="/.."/></xsl:call-template></xsl:otherwise>
      </xsl:choose>结论为仍不能胜任工作。<xsl:call-template name="told"><xsl:with-param name="person" select="$person"/><xsl:with-param name="at" select="concat('employee/review[', $last, ']')"/><xsl:with-param name="node" select="employee/review[position()=number($last)]"/><xsl:with-param name="appraisal">2</xsl:with-param></xsl:call-template></item>
  </xsl:template>

  <!-- 一条考核记录：要求和实际，没有这两项时写得分。 -->
  <xsl:template name="review">
    <xsl:param name="at"/>
    <xsl:param name="node"/>考核期为<field path="{$at}/@period" as="period"/>，<xsl:if test="$node/@measure">考核项目为<field path="{$at}/@measure"/>，</xsl:if><xsl:choose>
      <xsl:when test="$node/@target and $node/@actual">要求为<field path="{$at}/@target" as="number"/><xsl:value-of select="$node/@unit"/>，实际为<field path="{$at}/@actual" as="number"/><xsl:value-of select="$node/@unit"/>，<xsl:if test="$node/@score">得分<field path="{$at}/@score" as="number"/>分，</xsl:if></xsl:when>
      <xsl:otherwise>得分<field path="{$at}/@score" as="number"/>分，</xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="appraisal">
    <xsl:param name="at"/>
    <xsl:param name="node"/>考核期为<field path="{$at}/@period" as="period"/>，<xsl:if test="$node/@standard">考核项目为<field path="{$at}/@standard"/>，</xsl:if>要求为<field path="{$at}/@target"/>，实际为<field path="{$at}/@actual"/>，</xsl:template>

  <xsl:template name="told">
    <xsl:param name="person"/>
    <xsl:param name="at"/>
    <xsl:param name="node"/>
    <xsl:param name="appraisal"/>
    <xsl:variable name="told" select="case/appraisal[position()=number($appraisal)]"/>
    <xsl:choose>
      <xsl:when test="$told/@delivered">考核结果已于<field path="case/appraisal[{$appraisal}]/@delivered" as="date"/>送达<xsl:value-of select="$person"/>本人<xsl:if test="$told/@objection">，<xsl:value-of select="$person"/>的意见为：<field path="case/appraisal[{$appraisal}]/@objection"/></xsl:if>。</xsl:when>
      <xsl:when test="not(case/appraisal) and $node/@signed='true'">考核结果<xsl:value-of select="$person"/>已<xsl:if test="$node/@date">于<field path="{$at}/@date" as="date"/></xsl:if>签字确认。</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="help-given">
    <xsl:param name="person"/>
    <xsl:param name="from"/>
    <xsl:param name="until"/>
    <!-- 两次考核之间的培训，有几次写几次；分不清先后时，写最后一次。 -->
    <xsl:variable name="between" select="employee/training[number(translate(@date, '-', '')) >= $from and number(translate(@date, '-', '')) &lt;= $until]"/>
    <xsl:variable name="measure" select="case/measure[@kind='training' or @kind='transfer'][1]"/>
    <xsl:variable name="at">case/measure[@kind='<xsl:value-of select="$measure/@kind"/>']</xsl:variable>
    <xsl:choose>
      <xsl:when test="$measure/@kind='transfer'">公司自<field path="{$at}/@from" as="date"/>起将<xsl:value-of select="$person"/>的岗位调整为<field path="{$at}/@title"/><xsl:if test="$measure/@pay">，报酬为<field path="{$at}/@pay"/></xsl:if>，<xsl:value-of select="$person"/>已到岗工作。</xsl:when>
      <xsl:when test="$measure">公司于<field path="{$at}/@from" as="date"/><xsl:if test="$measure/@until">至<field path="{$at}/@until" as="date"/></xsl:if>为<xsl:value-of select="$person"/>安排了“<field path="{$at}/@title"/>”培训<xsl:if test="$measure/@content">，内容为<field path="{$at}/@content"/></xsl:if>。</xsl:when>
      <xsl:when test="$between">公司<xsl:for-each select="$between"><xsl:variable name="training" select="concat('employee/training[', count(preceding-sibling::training) + 1, ']/@')"/><xsl:if test="position() > 1">，</xsl:if>于<field path="{$training}date" as="date"/>为<xsl:value-of select="$person"/>安排了“<field path="{$training}title"/>”培训<xsl:if test="@score">（考核得分<field path="{$training}score" as="number"/>分）</xsl:if></xsl:for-each>，<xsl:value-of select="$person"/>已参加。</xsl:when>
      <xsl:otherwise>公司于<field path="employee/training[last()]/@date" as="date"/>为<xsl:value-of select="$person"/>安排了“<field path="employee/training[last()]/@title"/>”培训<xsl:if test="employee/training[last()]/@score">（考核得分<field path="employee/training[last()]/@score" as="number"/>分）</xsl:if>，<xsl:value-of select="$person"/>已参加。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 四十条第三项：什么变了、为什么不能履行、怎样协商过。 -->
  <xsl:template name="facts-change">
    <xsl:param name="person"/>
    <xsl:param name="level"/>
    <item id="change" level="{$level}"><strong>客观情况的变化。</strong><xsl:if test="case/change/@date"><field path="case/change/@date" as="date"/>，</xsl:if><field path="case/change/@what"/>，劳动合同订立时所依据的客观情况因此发生重大变化<xsl:if test="case/change/@proof">，依据为<field path="case/change/@proof"/></xsl:if>。</item>
    <item id="effect" level="{$level}"><strong>对劳动合同的影响。</strong>因上述变化，<field path="case/change/@effect"/>，原劳动合同无法继续履行。</item>
    <item id="negotiation" level="{$level}"><strong>协商变更的过程。</strong>公司就变更劳动合同内容与<xsl:value-of select="$person"/>作了协商：</item>
    <table id="offers" columns="3 6 5" head="true" closed="true">
      <row><cell>日期</cell><cell>公司提出的方案</cell><cell><xsl:value-of select="$person"/>的意见</cell></row>
      <xsl:for-each select="case/measure[@kind='change-offer' or not(@kind)]">
        <xsl:variable name="at" select="concat('case/measure[', count(preceding-sibling::measure) + 1, ']/@')"/>
        <row>
          <cell><field path="{$at}from" as="date"/></cell>
          <cell><field path="{$at}title"/><xsl:if test="@pay">；报酬：<field path="{$at}pay"/></xsl:if><xsl:if test="@place">；工作地点：<field path="{$at}place"/></xsl:if></cell>
          <cell><field path="{$at}answer"/></cell>
        </row>
      </xsl:for-each>
      <xsl:if test="not(case/measure[@kind='change-offer' or not(@kind)])">
        <row><cell><field path="case/measure[1]/@from" as="date"/></cell><cell><field path="case/measure[1]/@title"/></cell><cell><field path="case/measure[1]/@answer"/></cell></row>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- 三十九条第三项：职责、行为、损失，逐条写。 -->
  <xsl:template name="facts-neglect">
    <xsl:param name="person"/>
    <p id="facts-intro">经查明，<xsl:value-of select="$person"/>在履行岗位职责中存在下列情形：</p>
    <table id="facts" columns="1.5c 3.2 5 4 3r" head="true" closed="true">
      <row><cell>序号</cell><cell>时间</cell><cell>事实</cell><cell>应当履行的职责</cell><cell>损失（元）</cell></row>
      <xsl:for-each select="case/fact">
        <xsl:variable name="at" select="concat('case/fact[', position(), ']')"/>
        <row>
          <cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}/@date" as="date"/></cell>
          <cell><xsl:choose><xsl:when test="@what"><field path="{$at}/@what"/></xsl:when><xsl:otherwise><field path="{$at}"/></xsl:otherwise></xsl:choose></cell>
          <cell><field path="{$at}/@duty"/></cell><cell><field path="{$at}/@loss" as="money"/></cell>
        </row>
      </xsl:for-each>
      <xsl:if test="not(case/fact)">
        <row><cell>1</cell><cell><field path="case/fact[1]/@date" as="date"/></cell><cell><field path="case/fact[1]/@what"/></cell><cell><field path="case/fact[1]/@duty"/></cell><cell><field path="case/fact[1]/@loss" as="money"/></cell></row>
      </xsl:if>
    </table>
    <p id="loss">损失由上述行为直接造成，金额按<xsl:choose><xsl:when test="evidence[@kind='loss-proof']/@title">《<field path="evidence[@kind='loss-proof']/@title"/>》</xsl:when><xsl:otherwise>所附《损失计算说明》</xsl:otherwise></xsl:choose>确定<xsl:if
      test="company/rule/@title">，依照公司《<field path="company/rule[1]/@title"/>》<xsl:if test="company/rule/@clause"><field path="company/rule[1]/@clause"/></xsl:if>的规定属于重大损害</xsl:if>。</p>
    <xsl:call-template name="heard"><xsl:with-param name="person" select="$person"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="heard">
    <xsl:param name="person"/>
    <xsl:if test="evidence[@kind='employee-statement']">
      <p id="statement">公司听取了<xsl:value-of select="$person"/><xsl:if test="evidence[@kind='employee-statement']/@date">于<field
        path="evidence[@kind='employee-statement']/@date" as="date"/></xsl:if>作出的陈述和申辩，并作了核查。</p>
    </xsl:if>
  </xsl:template>

  <!-- 三十九条第四项：另一段劳动关系；两条路只写一条。 -->
  <xsl:template name="facts-second-relation">
    <xsl:param name="person"/>
    <p id="facts-intro">经查明，<xsl:value-of select="$person"/>在与公司劳动关系存续期间，存在下列情形：</p>
    <xsl:call-template name="facts-told"/>
    <xsl:if test="not(case/@limb='effect')">
      <p id="correction">公司于<field path="case/measure[@kind='correction']/@from" as="date"/>书面提出，请<xsl:value-of select="$person"/>于<field
        path="case/measure[@kind='correction']/@until" as="date"/>前终止该劳动关系并书面说明。<xsl:choose>
          <xsl:when test="case/measure[@kind='correction']/@answer"><xsl:value-of select="$person"/>的答复为：<field path="case/measure[@kind='correction']/@answer"/>。</xsl:when>
          <xsl:otherwise>期限届满，<xsl:value-of select="$person"/>没有答复。</xsl:otherwise>
        </xsl:choose>至今仍未改正。</p>
    </xsl:if>
    <xsl:call-template name="heard"><xsl:with-param name="person" select="$person"/></xsl:call-template>
  </xsl:template>

  <!-- 三十九条第五项：填写的和核实的逐项对照。 -->
  <xsl:template name="facts-fraud">
    <xsl:param name="person"/>
    <p id="facts-intro">招用时，公司就与劳动合同直接相关的下列情况向<xsl:value-of select="$person"/>了解，<xsl:value-of select="$person"/>书面填写并承诺属实；经核实，与事实不符：</p>
    <table id="facts" columns="3 3 4 4" head="true" closed="true">
      <row><cell>填写日期</cell><cell>事项</cell><cell>填写的内容</cell><cell>核实的结果</cell></row>
      <xsl:for-each select="case/fact">
        <xsl:variable name="at" select="concat('case/fact[', position(), ']/@')"/>
        <row><cell><field path="{$at}date" as="date"/></cell><cell><field path="{$at}what"/></cell><cell><field path="{$at}declared"/></cell><cell><field path="{$at}verified"/><xsl:if test="@evidence">（来源：<field path="{$at}evidence"/>）</xsl:if></cell></row>
      </xsl:for-each>
      <xsl:if test="not(case/fact)">
        <row><cell><field path="case/fact[1]/@date" as="date"/></cell><cell><field path="case/fact[1]/@what"/></cell><cell><field path="case/fact[1]/@declared"/></cell><cell><field path="case/fact[1]/@verified"/></cell></row>
      </xsl:if>
    </table>
    <xsl:call-template name="heard"><xsl:with-param name="person" select="$person"/></xsl:call-template>
  </xsl:template>

  <!-- 四十条第一项：医疗期、原工作、另行安排的工作。不写病情。 -->
  <xsl:template name="facts-medical">
    <xsl:param name="person"/>
    <xsl:param name="level"/>
    <item id="period" level="{$level}"><strong>医疗期。</strong>经依法计算，<xsl:value-of select="$person"/>可以享受的医疗期为<field path="case/medical/@period-months" as="number"/>个月<xsl:if test="case/medical/@from">，自<field path="case/medical/@from" as="date"/>起</xsl:if>，已于<field path="case/medical/@until" as="date"/>届满。</item>
    <item id="old-work" level="{$level}"><strong>原工作。</strong>医疗期满后，依据<xsl:choose><xsl:when test="case/medical/@certificate"><field path="case/medical/@certificate"/></xsl:when><xsl:otherwise>医疗机构出具的意见</xsl:otherwise></xsl:choose>，<xsl:value-of select="$person"/>不能从事<field path="employee/employment/@position"/>岗位的原工作。</item>
    <item id="other-work" level="{$level}"><strong>另行安排的工作。</strong>公司结合<xsl:value-of select="$person"/>的身体状况和技能，另行安排了下列工作：</item>
    <table id="offers" columns="3 6 5" head="true" closed="true">
      <row><cell>安排日期</cell><cell>另行安排的工作</cell><cell>结果</cell></row>
      <xsl:for-each select="case/measure[@kind='work-offer']">
        <xsl:variable name="at" select="concat('case/measure[', count(preceding-sibling::measure) + 1, ']/@')"/>
        <row><cell><field path="{$at}from" as="date"/></cell><cell><field path="{$at}title"/><xsl:if test="@content">；内容：<field path="{$at}content"/></xsl:if><xsl:if test="@pay">；报酬：<field path="{$at}pay"/></xsl:if><xsl:if test="@place">；地点：<field path="{$at}place"/></xsl:if></cell><cell><field path="{$at}answer"/></cell></row>
      </xsl:for-each>
      <xsl:if test="not(case/measure[@kind='work-offer'])">
        <row><cell><field path="case/measure[1]/@from" as="date"/></cell><cell><field path="case/measure[1]/@title"/></cell><cell><field path="case/measure[1]/@answer"/></cell></row>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- 四十一条：事由、人数、说明、意见、报告。 -->
  <xsl:template name="layoff-reason">
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.41-1'">公司依照企业破产法规定进行重整</xsl:when>
      <xsl:when test="$ground='cn.41-2'">公司生产经营发生严重困难</xsl:when>
      <xsl:when test="$ground='cn.41-3'">公司<field path="case/layoff/@reason"/>，经变更劳动合同后，仍需裁减人员</xsl:when>
      <xsl:otherwise>劳动合同订立时所依据的客观经济情况发生重大变化，致使劳动合同无法履行</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="layoff-cut"><xsl:choose><xsl:when test="case/layoff/@cut"><field path="case/layoff/@cut" as="number"/></xsl:when><xsl:otherwise><field path="departure/@layoff-count" as="number"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="layoff-headcount"><xsl:choose><xsl:when test="case/layoff/@headcount"><field path="case/layoff/@headcount" as="number"/></xsl:when><xsl:otherwise><field path="company/@headcount" as="number"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="layoff-briefing"><xsl:choose><xsl:when test="not(case/layoff/@briefing) and evidence[@kind='30d-briefing']/@date"><field path="evidence[@kind='30d-briefing']/@date" as="date"/></xsl:when><xsl:otherwise><field path="case/layoff/@briefing" as="date"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="layoff-reported"><xsl:choose><xsl:when test="not(case/layoff/@report-date) and evidence[@kind='bureau-report']/@date"><field path="evidence[@kind='bureau-report']/@date" as="date"/></xsl:when><xsl:otherwise><field path="case/layoff/@report-date" as="date"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="facts-layoff">
    <p id="facts">因<xsl:call-template name="layoff-reason"/>（依据：<field path="case/layoff/@proof"/>），公司需要裁减人员<xsl:call-template name="layoff-cut"/>人，职工总数<xsl:call-template name="layoff-headcount"/>人<xsl:if test="case/layoff/@headcount-date">（截至<field path="case/layoff/@headcount-date" as="date"/>）</xsl:if>。</p>
    <p id="procedure">公司已于<xsl:call-template name="layoff-briefing"/>向<xsl:choose><xsl:when test="company/union/@exists='false'">全体职工</xsl:when><xsl:otherwise>工会</xsl:otherwise></xsl:choose>说明情况并提供有关生产经营的资料，听取意见后修改完善了《裁减人员方案》，并于<xsl:call-template name="layoff-reported"/>向<field path="case/layoff/@bureau"/>报告。确定人员时，公司依法优先留用了符合法定条件的职工，并逐人核对了法律规定不得裁减的情形。</p>
  </xsl:template>
</xsl:stylesheet>
