<?xml version="1.0" encoding="UTF-8"?>
<!-- 通知工会函：解除之前，把理由事先通知工会。决定还没有作出，健康情况不写。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="grounds.xsl"/>

  <xsl:template match="/facts">
    <xsl:variable name="together" select="starts-with(departure/@ground, 'cn.41-') and count(case/layoff/person) > 1"/>
    <xsl:variable name="whom"><xsl:choose><xsl:when test="$together">上列职工</xsl:when><xsl:otherwise>该职工</xsl:otherwise></xsl:choose></xsl:variable>
    <document style="letter" letterhead="true">
      <title id="title">关于拟解除劳动合同理由的通知</title>
      <xsl:call-template name="number"/>
      <address id="addressee"><xsl:call-template name="union-name"/>：</address>
      <p id="purpose">依照《中华人民共和国劳动合同法》第四十三条，现将拟解除下列职工劳动合同的理由事先通知贵会，听取贵会意见。公司尚未作出决定。</p>
      <xsl:if test="not($together)"><table id="person" columns="2 4 2 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>员工编号</cell><cell><xsl:choose><xsl:when test="employee/@number"><field path="employee/@number"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
        <row><cell>部门及岗位</cell><cell><xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/>　</xsl:if><field path="employee/employment/@position"/></cell><cell>入职日期</cell><cell><field path="employee/employment/@hired" as="date"/></cell></row>
        <row><cell>劳动合同期限</cell><cell><xsl:call-template name="term"/></cell><cell>拟解除日期</cell><cell><field path="departure/@last-day" as="date"/></cell></row>
      </table></xsl:if>
      <xsl:if test="$together">
        <table id="persons" columns="1.4c 3 3 5" head="true" closed="true">
          <row><cell>序号</cell><cell>姓名</cell><cell>员工编号</cell><cell>岗位</cell></row>
          <xsl:for-each select="case/layoff/person">
            <xsl:variable name="at" select="concat('case/layoff/person[', position(), ']/@')"/>
            <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}name" as="name"/></cell><cell><xsl:choose><xsl:when test="@number"><field path="{$at}number"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell><cell><xsl:choose><xsl:when test="@position"><field path="{$at}position"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
          </xsl:for-each>
        </table>
        <p id="when">拟解除日期：<field path="departure/@last-day" as="date"/>。</p>
      </xsl:if>
      <item id="facts-heading"><strong>拟解除的理由和主要事实</strong></item>
      <xsl:call-template name="ground-facts">
        <xsl:with-param name="person" select="$whom"/>
        <xsl:with-param name="level">2</xsl:with-param>
      </xsl:call-template>
      <p id="conclusion"><xsl:call-template name="ground-conclusion"><xsl:with-param name="person" select="$whom"/></xsl:call-template></p>
      <item id="basis"><strong>拟适用的条款。</strong><xsl:call-template name="ground-article"/>。</item>
      <!-- 一种材料写一次，用材料的名称；没有名称的才用文件的标题。 -->
      <xsl:variable name="shown" select="evidence[@title][not(@kind='contract' or @kind='wage-12m' or @kind='status-check' or @kind='union-notice')][not(@kind=/facts/assessment/material/@id) or not(@kind=preceding-sibling::evidence/@kind)]"/>
      <item id="evidence"><strong>主要证据。</strong><xsl:choose>
          <xsl:when test="$shown"><xsl:for-each select="$shown"><xsl:if test="position() > 1">、</xsl:if>《<xsl:choose>
              <xsl:when test="@kind=/facts/assessment/material[@title]/@id"><field path="assessment/material[@id='{@kind}']/@title"/></xsl:when>
              <xsl:otherwise><field path="evidence[{count(preceding-sibling::evidence) + 1}]/@title"/></xsl:otherwise>
            </xsl:choose>》</xsl:for-each>，</xsl:when>
          <xsl:otherwise>上述事实的记录和材料，</xsl:otherwise>
        </xsl:choose>可供贵会查阅。</item>
      <xsl:if test="$together">
        <item id="protection"><strong>特别保护核查。</strong>公司对上列职工逐人核查法律规定不得解除的情形，核查表可供贵会查阅。</item>
      </xsl:if>
      <xsl:if test="not($together) and (employee/protection or evidence[@kind='status-check'])">
        <item id="protection"><strong>特别保护核查。</strong><xsl:choose>
            <xsl:when test="employee/protection">经核查，该职工存在法律规定的特别保护情形，公司已按照《中华人民共和国劳动合同法》第四十二条核对。</xsl:when>
            <xsl:otherwise>经核查，未发现法律规定不得解除的情形。</xsl:otherwise>
          </xsl:choose></item>
      </xsl:if>
      <xsl:if test="assessment/severance/@due='true'">
        <item id="money"><strong>拟支付的款项。</strong>依法支付经济补偿<xsl:choose><xsl:when test="$together">，每人的数额见经济补偿测算表</xsl:when><xsl:otherwise><xsl:call-template name="formula"/></xsl:otherwise></xsl:choose><xsl:if
          test="assessment/notice/@pay_in_lieu > 0">，并额外支付一个月工资<field path="assessment/notice/@pay_in_lieu" as="money"/>元</xsl:if><xsl:if
          test="assessment/other[@id='medical-subsidy']/@amount > 0">，另行支付医疗补助费<field path="assessment/other[@id='medical-subsidy']/@amount" as="money"/>元</xsl:if>；工资等劳动报酬另行结清。</item>
      </xsl:if>
      <p id="request">请贵会<xsl:choose>
          <xsl:when test="company/union/@reply-by">于<field path="company/union/@reply-by" as="date"/>前</xsl:when>
          <xsl:otherwise>在收到本通知之日起五个工作日内</xsl:otherwise>
        </xsl:choose>书面提出意见。贵会认为公司违反法律、行政法规规定或者劳动合同约定的，公司将研究贵会的意见，并将处理结果书面通知贵会。需要当面了解情况的，公司随时配合<xsl:call-template name="contact"/>。</p>
      <sign id="sign" kind="company">
        <row><cell><field path="company/@name"/></cell></row>
        <row><cell><xsl:choose>
          <xsl:when test="company/union/@notified"><field path="company/union/@notified" as="date"/></xsl:when>
          <xsl:otherwise><field path="@as-of" as="date"/></xsl:otherwise>
        </xsl:choose></cell></row>
      </sign>
      <slip id="slip">
        <row><cell>工会签收</cell></row>
        <row><cell>本会已收到<field path="company/@name"/>关于拟解除<xsl:choose><xsl:when test="$together"><xsl:value-of select="count(case/layoff/person)"/>名职工</xsl:when><xsl:otherwise><field path="employee/@name" as="name"/></xsl:otherwise></xsl:choose>劳动合同理由的书面通知。签收仅表示收到，意见另行书面提出。</cell></row>
        <row><cell>签收人：<blank size="9"/></cell><cell>签收时间：<blank size="3"/>年<blank size="2"/>月<blank size="2"/>日<blank size="2"/>时</cell></row>
        <row><cell>工会（盖章）：<blank size="14"/></cell></row>
      </slip>
    </document>
  </xsl:template>
</xsl:stylesheet>
